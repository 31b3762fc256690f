#include "canteen/storage/sealing/data_keys.h"

#include <sodium.h>

namespace canteen {

const Key* DataKeys::find(MemberId person) const {
    const auto found = places_.find(person);
    return found == places_.end() ? nullptr : &keys_[found->second];
}

const Key& DataKeys::put(MemberId person, Key& key) {
    if (places_.size() == keys_.size()) clear();
    auto place = places_.size() + free_.size();
    if (!free_.empty()) {
        place = free_.back();
        free_.pop_back();
    }
    places_.emplace(person, place);
    keys_[place] = key;
    sodium_memzero(key.data(), key.size());
    return keys_[place];
}

void DataKeys::erase(MemberId person) {
    const auto found = places_.find(person);
    if (found == places_.end()) return;
    keys_.wipe(found->second);
    free_.push_back(found->second);
    places_.erase(found);
}

void DataKeys::clear() {
    keys_.wipe();
    places_.clear();
    free_.clear();
}

}  // namespace canteen
