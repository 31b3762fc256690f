#include "canteen/files/result.h"

#include <algorithm>
#include <tuple>

namespace canteen {

std::string to_string(const FileError& error) {
    std::string where;
    const auto add = [&where](const std::string& part) { where += (where.empty() ? "" : ", ") + part; };
    if (error.line != 0) add("line " + std::to_string(error.line));
    if (error.column != 0) add("column " + std::to_string(error.column));
    if (!error.path.empty()) add(error.path);
    return where.empty() ? error.message : where + ": " + error.message;
}

void FileNotes::add(FileError note) {
    const auto is_before = [](const FileError& a, const FileError& b) {
        return std::tie(a.line, a.column) < std::tie(b.line, b.column);
    };
    told_.insert(std::upper_bound(told_.begin(), told_.end(), note, is_before), std::move(note));
    if (told_.size() <= max_told_places) return;
    told_.pop_back();
    ++more_;
}

void FileNotes::add(const FileNotes& notes) {
    for (const auto& note : notes.told_) add(note);
    more_ += notes.more_;
}

std::string to_string(const FileNotes& notes) {
    std::string text;
    for (const auto& note : notes.told()) text += (text.empty() ? "" : "\n") + to_string(note);
    if (notes.more() > 0) text += "\nand " + std::to_string(notes.more()) + " more";
    return text;
}

}  // namespace canteen
