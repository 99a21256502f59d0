#include "services/ctl/output.h"

#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <google/protobuf/util/json_util.h>
#include <unistd.h>

#include "core/base/clock.h"

namespace aerie::ctl {
namespace {

// Columns on a terminal: UTF-8 continuation bytes take no place.
std::size_t width(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string render(const Table& table) {
  if (table.rows.empty()) return table.empty + "\n";
  std::vector<std::size_t> widths;
  for (const std::string& title : table.header) widths.push_back(width(title));
  for (const auto& row : table.rows) {
    if (widths.size() < row.size()) widths.resize(row.size());
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
  }
  std::string text;
  const auto add = [&](const std::vector<std::string>& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      text += row[i];
      if (i + 1 < row.size()) text += std::string(widths[i] - width(row[i]) + 2, ' ');
    }
    text += '\n';
  };
  if (!table.header.empty()) add(table.header);
  for (const auto& row : table.rows) add(row);
  return text;
}

}  // namespace

nlohmann::json toJson(const google::protobuf::Message& message) {
  google::protobuf::util::JsonPrintOptions options;
  options.preserve_proto_field_names = true;
  options.always_print_primitive_fields = true;
  std::string text;
  if (!google::protobuf::util::MessageToJsonString(message, &text, options).ok()) return nullptr;
  return nlohmann::json::parse(text, nullptr, false);
}

void Output::show(const nlohmann::json& document, const Table& table) {
  endProgress();
  const std::string text =
      json_ ? document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n" : render(table);
  std::fwrite(text.data(), 1, text.size(), stdout);
}

void Output::show(const google::protobuf::Message& message, const Table& table) {
  show(json_ ? toJson(message) : nlohmann::json(), table);
}

void Output::say(const std::string& text) {
  if (json_) return;
  endProgress();
  std::printf("%s\n", text.c_str());
}

void Output::line(const nlohmann::json& document) {
  std::printf("%s\n", document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
  std::fflush(stdout);  // readers of a stream want each line when it comes
}

void Output::note(const std::string& text) {
  endProgress();
  std::fprintf(stderr, "%s\n", text.c_str());
}

bool Output::interactive() const { return ::isatty(STDERR_FILENO) == 1; }

void Output::progress(const std::string& what, std::uint64_t done, std::uint64_t total) {
  if (!interactive()) return;
  constexpr std::uint64_t kBar = 30;
  if (total == 0) {
    std::fprintf(stderr, "\r\x1b[K%s %llu", what.c_str(), static_cast<unsigned long long>(done));
  } else {
    const std::uint64_t filled = std::min(kBar, done * kBar / total);
    const std::string bar = std::string(filled, '#') + std::string(kBar - filled, '.');
    std::fprintf(stderr, "\r\x1b[K%s [%s] %3llu %%", what.c_str(), bar.c_str(),
                 static_cast<unsigned long long>(done * 100 / total));
  }
  std::fflush(stderr);
  progress_shown_ = true;
}

void Output::endProgress() {
  if (progress_shown_) std::fputs("\r\x1b[K", stderr);
  progress_shown_ = false;
}

std::string sizeText(std::uint64_t bytes) {
  if (bytes < 1'000) return fmt::format("{} B", bytes);
  if (bytes < 1'000'000) return fmt::format("{:.1f} kB", static_cast<double>(bytes) / 1e3);
  if (bytes < 1'000'000'000) return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
  return fmt::format("{:.1f} GB", static_cast<double>(bytes) / 1e9);
}

std::string ageText(std::int64_t unix_ms) {
  if (unix_ms == 0) return "";
  const std::int64_t seconds =
      std::max<std::int64_t>(0, (unixMillis(SystemClock().wallNow()) - unix_ms) / 1000);
  if (seconds < 90) return fmt::format("{} s ago", seconds);
  if (seconds < 5'400) return fmt::format("{} min ago", seconds / 60);
  if (seconds < 172'800) return fmt::format("{} h ago", seconds / 3'600);
  return fmt::format("{} days ago", seconds / 86'400);
}

std::string shareText(double share) { return fmt::format("{:.1f} %", share * 100); }

}  // namespace aerie::ctl
