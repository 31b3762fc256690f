// Keeps keys in memory: never swapped out, where the system lets so much be locked, and zeroed when they go. Values;
// any thread.
#pragma once

#include <cstddef>
#include <memory>
#include <span>

#include "canteen/crypto/hash.h"

namespace canteen {

// Room for `count` keys, all zero, on pages of its own. Where locking is not allowed (RLIMIT_MEMLOCK) it is left
// unlocked. Throws std::bad_alloc.
class LockedKeys {
public:
    explicit LockedKeys(std::size_t count);

    Key& operator[](std::size_t place) { return keys_.get()[place]; }
    const Key& operator[](std::size_t place) const { return keys_.get()[place]; }
    std::size_t size() const { return count_; }
    // wipe() zeroes one, or all.
    void wipe(std::size_t place);
    void wipe();

private:
    struct Free {
        void operator()(Key* keys) const;
    };
    std::size_t count_;
    std::unique_ptr<Key, Free> keys_;
};

// One key; each copy lies on a page of its own.
class LockedKey {
public:
    LockedKey() : room_(1) {}
    LockedKey(const Key& key) : LockedKey() { room_[0] = key; }
    LockedKey(const LockedKey& other) : LockedKey(other.key()) {}
    LockedKey& operator=(const LockedKey& other) {
        room_[0] = other.key();
        return *this;
    }
    operator const Key&() const { return key(); }
    Key& key() { return room_[0]; }
    const Key& key() const { return room_[0]; }
    friend bool operator==(const LockedKey& a, const LockedKey& b) { return a.key() == b.key(); }

private:
    LockedKeys room_;
};

}  // namespace canteen
