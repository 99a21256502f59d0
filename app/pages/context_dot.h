// The colour that tells contexts apart, and a dot of it. GUI thread.
#pragma once

#include <QColor>
#include <QIcon>

#include "app/rpc/profile.h"

namespace aerie::pages {

// Local grey, staging amber, production red, unless the profile has a colour of its own.
QColor contextColor(const rpc::Profile& profile);
// In the colour of the moment of painting: it follows the theme.
QIcon contextDot(const rpc::Profile& profile);
QIcon contextDot(const QColor& color);
// "local", "staging", "production"
QString contextKind(rpc::Profile::Kind kind);

}  // namespace aerie::pages
