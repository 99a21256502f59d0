// Checks of absl::Status in Qt tests: a failure prints the status.
#pragma once

#include <QtTest>
#include <absl/status/statusor.h>

#include "core/base/status.h"

namespace aerie::test {

inline absl::Status statusOf(const absl::Status& status) { return status; }
template <class T>
absl::Status statusOf(const absl::StatusOr<T>& result) {
  return result.status();
}

}  // namespace aerie::test

#define AERIE_VERIFY_OK(expr)                                             \
  do {                                                                    \
    const absl::Status status_check_ = ::aerie::test::statusOf(expr);     \
    QVERIFY2(status_check_.ok(), ::aerie::toText(status_check_).c_str()); \
  } while (false)

// `expr` fails with this code, and its message holds this text.
#define AERIE_VERIFY_FAILS(expr, expected_code, text)                                          \
  do {                                                                                         \
    const absl::Status status_check_ = ::aerie::test::statusOf(expr);                          \
    QVERIFY2(status_check_.code() == (expected_code), ::aerie::toText(status_check_).c_str()); \
    QVERIFY2(::aerie::messageOf(status_check_).find(text) != std::string::npos,                \
             ::aerie::toText(status_check_).c_str());                                          \
  } while (false)
