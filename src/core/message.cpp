#include "core/message.hpp"

#include <array>

namespace banxin {

namespace {

constexpr std::array catalogue = {
#define BANXIN_MESSAGE(name, code, severity, text) Message{#name, code, severity, text},
#include "core/messages.def"
#undef BANXIN_MESSAGE
};

}  // namespace

const Message& message(MessageId id) { return catalogue[static_cast<std::size_t>(id)]; }

}  // namespace banxin
