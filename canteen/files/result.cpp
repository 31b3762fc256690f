#include "canteen/files/result.h"

namespace canteen {

std::string to_string(const FileError& error) {
    std::string where;
    const auto add = [&where](const std::string& part) { where += (where.empty() ? "" : ", ") + part; };
    if (error.line != 0) add("line " + std::to_string(error.line));
    if (error.column != 0) add("column " + std::to_string(error.column));
    if (!error.path.empty()) add(error.path);
    return where.empty() ? error.message : where + ": " + error.message;
}

}  // namespace canteen
