// The result of reading a file: the whole value, with what somebody should look at in it, or all that is wrong and
// nothing else. Values; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace canteen {

// An error and its place, so that a person finds it in the file.
struct FileError {
    std::size_t line = 0;    // from 1; 0: not known (a JSON value whose syntax is right)
    std::size_t column = 0;  // from 1, in characters; 0: not known
    std::string path;        // in a JSON file "versions[0].steps[2]", in a CSV file the column's name; "" if none
    std::string message;     // what is wrong, with the offending value; never a personal value
    bool operator==(const FileError&) const = default;
};

// "line 3, column 7, versions[0].steps: must be a list", leaving out what is not known.
std::string to_string(const FileError& error);

// So many places of a file are told by name; more would scroll away unread.
inline constexpr std::size_t max_told_places = 50;

// Places in a file and what is to be said of each: the first by name, the others by their count.
class FileNotes {
public:
    FileNotes() = default;
    explicit FileNotes(FileError first) { add(std::move(first)); }

    void add(FileError note);
    void add(const FileNotes& notes);

    bool empty() const { return told_.empty(); }
    std::size_t size() const { return told_.size() + more_; }
    // In the order of the file; at most max_told_places.
    const std::vector<FileError>& told() const { return told_; }
    std::size_t more() const { return more_; }
    bool operator==(const FileNotes&) const = default;

private:
    std::vector<FileError> told_;
    std::size_t more_ = 0;
};

// A line each, and "and 3 more" if there are more than are told.
std::string to_string(const FileNotes& notes);

// Either a value or what kept it from being read.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value, FileNotes remarks = {})
        : content_(std::in_place_index<0>, std::move(value)), remarks_(std::move(remarks)) {}
    Result(FileError error) : content_(std::in_place_index<1>, FileNotes(std::move(error))) {}
    // There is at least one mistake.
    Result(FileNotes mistakes, FileNotes remarks)
        : content_(std::in_place_index<1>, std::move(mistakes)), remarks_(std::move(remarks)) {}

    bool ok() const { return content_.index() == 0; }
    explicit operator bool() const { return ok(); }

    // Only if ok().
    const T& value() const& { return std::get<0>(content_); }
    T&& value() && { return std::get<0>(std::move(content_)); }
    const T& operator*() const& { return value(); }
    const T* operator->() const { return &value(); }

    // Only if not ok().
    const FileNotes& mistakes() const { return std::get<1>(content_); }
    // The first mistake; only if not ok().
    const FileError& error() const { return mistakes().told().front(); }

    // Places that can be read and yet should be looked at.
    const FileNotes& remarks() const { return remarks_; }

private:
    std::variant<T, FileNotes> content_;
    FileNotes remarks_;
};

}  // namespace canteen
