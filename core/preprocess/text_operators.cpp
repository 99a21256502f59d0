// cross, lower, trim.
#include "core/preprocess/step_access.h"

namespace aerie::preprocess {
namespace {

using frame::Column;
using frame::DataType;

constexpr std::string_view kSpaces = " \t\r\n\v\f";

std::string lowered(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kSpaces);
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(kSpaces) - begin + 1));
}

CompiledStep mapTexts(const v1::PreprocessStep& step, std::string (*f)(std::string_view)) {
  return oneOutput(step, DataType::kString, [name = step.outputs(0), f](Columns in) {
    std::vector<std::string> to(in[0]->rows());
    forEachText(*in[0], [&](std::size_t row, std::string_view text) { to[row] = f(text); });
    return std::vector<Column>{Column::ofStrings(name, std::move(to), in[0]->nulls())};
  });
}

}  // namespace

absl::StatusOr<CompiledStep> compileLower(const v1::PreprocessStep& step, Inputs) {
  return mapTexts(step, lowered);
}
absl::StatusOr<CompiledStep> compileTrim(const v1::PreprocessStep& step, Inputs) {
  return mapTexts(step, trimmed);
}

absl::StatusOr<CompiledStep> compileCross(const v1::PreprocessStep& step, Inputs) {
  return oneOutput(
      step, DataType::kString,
      [name = step.outputs(0), separator = StepReader(step).text("separator")](Columns in) {
        JoinedTexts joined = joinTexts(in, separator);
        return std::vector<Column>{Column::ofStrings(name, std::move(joined.texts), std::move(joined.nulls))};
      });
}

}  // namespace aerie::preprocess
