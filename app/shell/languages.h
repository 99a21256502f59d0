// The languages that this program was built with. GUI thread.
#pragma once

#include <QList>

#include "app/pages/settings_page.h"

namespace aerie::shell {

// "As the system" first, then English, then what there are translations for, each in its own words.
QList<pages::SettingsPage::Language> availableLanguages();

}  // namespace aerie::shell
