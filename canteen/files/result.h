// What reading a file yields: the whole value, or the first error and nothing else. Values; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <variant>

namespace canteen {

// What is wrong and where, so that a person finds the place in the file.
struct FileError {
    std::size_t line = 0;    // from 1; 0: not known (a JSON value whose syntax is right)
    std::size_t column = 0;  // from 1, in characters; 0: not known
    std::string path;        // in a JSON file "versions[0].steps[2]", in a CSV file the column's name; "" if none
    std::string message;     // what is wrong, with the offending value; never a personal value
    bool operator==(const FileError&) const = default;
};

// "line 3, column 7, versions[0].steps: must be a list", leaving out what is not known.
std::string to_string(const FileError& error);

// Either a value or the error that kept it from being read.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
    Result(FileError error) : content_(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return content_.index() == 0; }
    explicit operator bool() const { return ok(); }

    // Only if ok().
    const T& value() const& { return std::get<0>(content_); }
    T&& value() && { return std::get<0>(std::move(content_)); }
    const T& operator*() const& { return value(); }
    const T* operator->() const { return &value(); }

    // Only if not ok().
    const FileError& error() const { return std::get<1>(content_); }

private:
    std::variant<T, FileError> content_;
};

}  // namespace canteen
