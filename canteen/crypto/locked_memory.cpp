#include "canteen/crypto/locked_memory.h"

#include <sodium.h>

#include <new>

namespace canteen {
namespace {

// Locks the memory as well; does not report if it cannot.
Key* allocate(std::size_t count) {
    if (sodium_init() < 0) throw std::bad_alloc();
    auto* keys = static_cast<Key*>(sodium_allocarray(count, sizeof(Key)));
    if (!keys) throw std::bad_alloc();
    sodium_memzero(keys, count * sizeof(Key));
    return keys;
}

}  // namespace

LockedKeys::LockedKeys(std::size_t count) : count_(count), keys_(allocate(count)) {}

void LockedKeys::wipe(std::size_t place) {
    sodium_memzero(&keys_.get()[place], sizeof(Key));
}

void LockedKeys::wipe() {
    sodium_memzero(keys_.get(), count_ * sizeof(Key));
}

void LockedKeys::Free::operator()(Key* keys) const {
    sodium_free(keys);
}

}  // namespace canteen
