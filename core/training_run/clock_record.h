// By which clock the books of a state directory are kept, so that work which outlives the daemon has one time
// from its beginning to its end, whatever was done to the wall clock meanwhile.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace aerie::training {

// AnchoredClock::zero() as the daemon before noted it; nullopt: none did, or the machine was started again
// since, and with it the monotonic clock.
std::optional<std::int64_t> readClockZero(const std::filesystem::path& state_dir);
// What cannot be written is not kept: a later daemon then follows the wall clock.
void keepClockZero(const std::filesystem::path& state_dir, std::int64_t zero);

}  // namespace aerie::training
