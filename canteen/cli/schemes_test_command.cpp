#include "canteen/cli/schemes_test_command.h"

#include <fstream>
#include <iterator>

#include "canteen/files/csv.h"
#include "canteen/files/schemes/scheme_cases.h"

namespace canteen {
namespace {

Result<std::string> cases_in(const std::filesystem::path& path) {
    std::error_code error;
    auto size = std::filesystem::file_size(path, error);
    if (error) return FileError{0, 0, "", "cannot be opened"};
    if (size > max_file_bytes) return FileError{0, 0, "", "larger than " + std::to_string(max_file_bytes) + " bytes"};
    std::ifstream in(path, std::ios::binary);
    if (!in) return FileError{0, 0, "", "cannot be opened"};
    return std::string{std::istreambuf_iterator<char>(in), {}};
}

CaseCounts test_scheme(const std::filesystem::path& path, std::ostream& out) {
    auto text = cases_in(path);
    auto file = text ? read_scheme_file(*text) : Result<SchemeFile>(text.error());
    if (!file) {
        out << path.string() << ": " << to_string(file.error()) << "\n";
        return {0, 1};
    }
    auto results = run_cases(*file);
    for (const auto& result : results)
        if (!result.passed()) out << path.string() << ": case " << result.id << ": " << result.difference << "\n";
    return count(results);
}

}  // namespace

int test_schemes(const std::vector<std::filesystem::path>& files, std::ostream& out) {
    CaseCounts sum;
    for (const auto& file : files) {
        auto counts = test_scheme(file, out);
        sum.passed += counts.passed;
        sum.failed += counts.failed;
    }
    out << sum.passed << " passed, " << sum.failed << " failed\n";
    return sum.failed == 0 ? 0 : 1;
}

}  // namespace canteen
