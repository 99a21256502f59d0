// The program that runs a job's tasks on Ray: resources/ray/aerie_driver.py, part of this library so that it
// always fits it.
#pragma once

#include <string_view>

namespace aerie::engines {

std::string_view driverText();

}  // namespace aerie::engines
