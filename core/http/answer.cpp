#include "core/http/answer.h"

#include <algorithm>
#include <cctype>

#include "core/base/status.h"

namespace aerie::http {
namespace {

constexpr std::size_t kLooked = 64 << 10;
constexpr std::size_t kShown = 300;

bool startsWithNoCase(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) {
           return a == std::tolower(static_cast<unsigned char>(b));
         });
}

std::string withoutTags(std::string_view html) {
  std::string out;
  std::size_t i = 0;
  while (i < html.size()) {
    if (html[i] != '<') {
      out += html[i++];
      continue;
    }
    const std::string_view rest = html.substr(i);
    // What a style or script element contains is not text.
    const std::string_view closing = startsWithNoCase(rest, "<style")    ? "</style"
                                     : startsWithNoCase(rest, "<script") ? "</script"
                                                                         : "";
    std::size_t from = i;
    if (!closing.empty()) {
      while (from < html.size() && !startsWithNoCase(html.substr(from), closing)) ++from;
    }
    const std::size_t end = html.find('>', from);
    if (end == std::string_view::npos) break;
    i = end + 1;
    out += ' ';
  }
  return out;
}

std::string_view lastLine(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back()))) text.remove_suffix(1);
  const std::size_t at = text.rfind('\n');
  return at == std::string_view::npos ? text : text.substr(at + 1);
}

std::string because(const Answer& answer) {
  const std::string text = readableExcerpt(answer.body);
  return text.empty() ? "" : fmt::format(" It says: {}", text);
}

}  // namespace

std::string readableExcerpt(std::string_view body) {
  body = body.substr(0, kLooked);
  std::string text(body);
  const std::size_t first = body.find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos && body[first] == '<') {
    text = withoutTags(body);
  } else if (body.find("Traceback (most recent call last)") != std::string_view::npos) {
    text = std::string(lastLine(body));
  }
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool blank = byte <= ' ' || byte == 0x7f;
    if (blank && (out.empty() || out.back() == ' ')) continue;
    out += blank ? ' ' : byte >= 0x80 ? '?' : c;
    if (out.size() > kShown) {
      out.append("...");
      return out;
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

absl::Status statusOf(const Answer& answer, std::string_view subject) {
  const int code = answer.status;
  if (answer.ok()) return absl::OkStatus();
  const std::string text = because(answer);
  if (code >= 300 && code < 400)
    return failedPrecondition("{} sends us to another address ({}); give the final address.", subject, code);
  switch (code) {
    case 400:
    case 422: return invalidArgument("{} refused the request ({}).{}", subject, code, text);
    case 401:
      return unauthenticated(
          "{} wants a valid token (401): none was given, or it has expired. Set the token.", subject);
    case 403:
      return permissionDenied(
          "{} does not allow this (403): the token is wrong or lacks the right. Check the token and its "
          "role.{}",
          subject, text);
    case 404: return notFound("{} does not know this (404).{}", subject, text);
    case 405:
      return failedPrecondition(
          "{} refuses this kind of request (405): it is another version, or a proxy is in between. Check the "
          "address.{}",
          subject, text);
    case 409: return aborted("{} reports a conflict (409).{}", subject, text);
    case 410: {
      const std::string message = fmt::format("{} no longer has this (410).{}", subject, text);
      return absl::OutOfRangeError(absl::string_view(message.data(), message.size()));
    }
    case 413: return resourceExhausted("{} finds the upload too large (413).{}", subject, text);
    case 429: return resourceExhausted("{} is asked too often (429); try later.{}", subject, text);
    default: break;
  }
  if (code >= 500)
    return unavailable("{} failed ({}); look at its own log and try again.{}", subject, code, text);
  return failedPrecondition("{} answered with the unexpected HTTP status {}.{}", subject, code, text);
}

}  // namespace aerie::http
