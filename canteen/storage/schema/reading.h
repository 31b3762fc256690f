// What the disk or a broken file does to whoever reads ends in a StoreError, whatever it was below. Any thread.
#pragma once

#include <SQLiteCpp/Exception.h>

#include <filesystem>

#include "canteen/app/codec.h"
#include "canteen/app/store.h"

namespace canteen {

// Rows of the journal read in one short transaction by whoever needs little of each.
inline constexpr Seq rows_per_slice = 4'096;

template <class Action>
auto reading(const std::filesystem::path& path, Action action) {
    try {
        return action();
    } catch (const SQLite::Exception& e) {
        throw StoreError(path.string() + " cannot be read: " + e.what());
    } catch (const CodecError& e) {
        throw StoreError(path.string() + " cannot be read: " + e.what());
    }
}

}  // namespace canteen
