// Seals by turning every byte over and writing person, row and field before it: enough to see what was sealed for whom.
#pragma once

#include <set>

#include "canteen/app/sealer.h"
#include "canteen/wire/field.h"

namespace canteen {

class FakeSealer final : public Sealer {
public:
    std::string seal(MemberId person, Seq seq, std::string_view field, std::string_view plain) override {
        auto sealed = label(person, seq, field);
        for (char c : plain) sealed += turned(c);
        return sealed;
    }
    std::string unseal(MemberId person, Seq seq, std::string_view field, std::string_view sealed) const override {
        if (destroyed_.contains(person)) throw KeyDestroyed("the key was destroyed");
        const auto expected = label(person, seq, field);
        if (!sealed.starts_with(expected)) throw UnsealError("sealed for another place");
        std::string plain;
        for (char c : sealed.substr(expected.size())) plain += turned(c);
        return plain;
    }

    void destroy(MemberId person) { destroyed_.insert(person); }

private:
    static char turned(char c) { return static_cast<char>(~c); }
    static std::string label(MemberId person, Seq seq, std::string_view field) {
        return bytes_of(person.bytes) + std::to_string(seq) + std::string(field) + ":";
    }

    std::set<MemberId> destroyed_;
};

}  // namespace canteen
