// From a profile to a channel. Included by files of this room and their tests only: it brings gRPC.
#pragma once

#include <absl/status/statusor.h>
#include <string>

#include "app/rpc/profile.h"
#include "core/net/channel.h"

namespace aerie::rpc {

// The first line of the file. FailedPrecondition when others than its owner may read it, InvalidArgument when
// it is no regular file, empty or too long; the text never shows what is in it.
absl::StatusOr<std::string> readToken(const QString& path);

// InvalidArgument with the text of problemOf; else what readToken says. Reads the token file only.
absl::StatusOr<net::ChannelOptions> channelOptionsOf(const Profile& profile);

}  // namespace aerie::rpc
