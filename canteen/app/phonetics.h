// How a name sounds, as it is typed on a keyboard that has no Chinese; the server implements it. I/O thread.
#pragma once

#include <string>
#include <vector>

#include "canteen/domain/base/normal_form.h"

namespace canteen {

class Phonetics {
public:
    virtual ~Phonetics() = default;
    // Every way the name may be typed, in lower-case ASCII letters and digits: by initials ("zm") and in full
    // ("zhangmin"), each once. Empty if it has no sound.
    virtual std::vector<std::string> spellings_of(const std::string& name) const = 0;
    // As name_key(), of all of Unicode's forms of a character that mean the same.
    virtual std::string key_of(const std::string& name) const { return name_key(name); }
};

}  // namespace canteen
