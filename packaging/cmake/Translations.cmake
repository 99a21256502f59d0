# Translations of the desktop: translations/aerie_<language>.ts, compiled to .qm files and built into a library as the
# resource folder :/i18n (Q_INIT_RESOURCE(i18n)).
#   update-translations   writes new and changed texts of the source into every .ts file (lupdate)

set(AERIE_LANGUAGES de es fr ja zh_CN)

# aerie_add_translations(target): adds the compiled translations to `target`.
function(aerie_add_translations target)
  set(entries "")
  set(qm_files "")
  set(ts_files "")
  foreach(language IN LISTS AERIE_LANGUAGES)
    set(ts ${CMAKE_SOURCE_DIR}/translations/aerie_${language}.ts)
    set(qm ${CMAKE_BINARY_DIR}/translations/aerie_${language}.qm)
    list(APPEND ts_files ${ts})
    list(APPEND qm_files ${qm})
    string(APPEND entries "<file alias=\"aerie_${language}.qm\">${qm}</file>\n")
    add_custom_command(OUTPUT ${qm}
      COMMAND Qt6::lrelease -silent ${ts} -qm ${qm}
      DEPENDS ${ts} VERBATIM COMMENT "lrelease aerie_${language}.ts")
  endforeach()
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/translations)
  set(qrc ${CMAKE_BINARY_DIR}/translations/i18n.qrc)
  set(source ${CMAKE_BINARY_DIR}/translations/qrc_i18n.cpp)
  file(CONFIGURE OUTPUT ${qrc} CONTENT "<RCC><qresource prefix=\"/i18n\">\n${entries}</qresource></RCC>\n" @ONLY)
  add_custom_command(OUTPUT ${source}
    COMMAND Qt6::rcc --name i18n --output ${source} ${qrc}
    DEPENDS ${qrc} ${qm_files} VERBATIM COMMENT "rcc translations")
  set_source_files_properties(${source} PROPERTIES SKIP_AUTOGEN ON SKIP_PRECOMPILE_HEADERS ON)
  target_sources(${target} PRIVATE ${source})

  # The contexts of all texts, for those that are asked for under another name than lupdate files them under.
  list(GET ts_files 0 first)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${first})
  file(STRINGS ${first} names REGEX "<name>")
  list(TRANSFORM names REPLACE "^ *<name>(.*)</name>.*$" "    \"\\1\",")
  list(JOIN names "\n" names)
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/translations/scopes.inc CONTENT "${names}\n" @ONLY)
  target_include_directories(${target} PRIVATE ${CMAKE_BINARY_DIR})

  if(NOT TARGET update-translations)
    add_custom_target(update-translations
      COMMAND Qt6::lupdate -silent -locations none -no-obsolete -tr-function-alias tr+=translated
              -I ${CMAKE_SOURCE_DIR} -recursive ${CMAKE_SOURCE_DIR}/app -ts ${ts_files}
      VERBATIM COMMENT "lupdate translations/*.ts")
  endif()
endfunction()
