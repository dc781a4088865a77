// The catalogue of messages. Codes are stable: a code is never reused and never changes its meaning.
// B1xx reading files and YAML · B2xx content schema · B3xx layouts and styles · B40x–B44x fonts and text · B45x–B49x
// expressions · B5xx charts and data · B6xx pages · B7xx images · B8xx output and profiles · B9xx the machine.
#pragma once

#include <string_view>

namespace banxin {

enum class Severity { hint, warning, error };

enum class MessageId {
#define BANXIN_MESSAGE(name, code, severity, text) name,
#include "core/messages.def"
#undef BANXIN_MESSAGE
};

struct Message {
  std::string_view name, code;
  Severity severity;
  std::string_view text;
};

const Message& message(MessageId id);

}  // namespace banxin
