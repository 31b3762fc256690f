#include "canteen/cli/schemes_test_command.h"

#include "canteen/files/csv.h"
#include "canteen/files/disk_file.h"
#include "canteen/files/schemes/scheme_cases.h"

namespace canteen {
namespace {

CaseCounts test_scheme(const std::filesystem::path& path, std::ostream& out) {
    auto text = read_whole(path, max_file_bytes);
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
