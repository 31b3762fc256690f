// Turns any error that a reader meets on the disk or in a broken file into a StoreError. Any thread.
#pragma once

#include <SQLiteCpp/Exception.h>

#include <filesystem>

#include "canteen/app/codec.h"
#include "canteen/app/store.h"

namespace canteen {

// Rows of the journal that a reader who needs little of each reads in one short transaction.
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
