// Spells names as they sound in Mandarin. I/O thread.
#pragma once

#include "canteen/app/phonetics.h"
#include "canteen/chinese/pinyin.h"

namespace canteen {

class PhoneticsByPinyin final : public Phonetics {
public:
    std::vector<std::string> spellings_of(const std::string& name) const override;
    std::string key_of(const std::string& name) const override;

private:
    Pinyin pinyin_;
};

}  // namespace canteen
