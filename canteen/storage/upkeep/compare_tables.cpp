#include "canteen/storage/upkeep/compare_tables.h"

#include <sqlite3.h>

#include <algorithm>
#include <map>

#include "canteen/domain/base/hex.h"

namespace canteen {
namespace {

struct Columns {
    std::vector<std::string> keys, others;
};

Columns columns_of(Connection& db, TableName table, const std::string& ignored) {
    std::map<int, std::string> keys;
    Columns columns;
    SQLite::Statement rows(db.raw(), "SELECT name, pk FROM pragma_table_info(?)");
    rows.bind(1, std::string(table.text));
    while (rows.executeStep()) {
        auto name = rows.getColumn(0).getString();
        if (int place = rows.getColumn(1).getInt(); place > 0) {
            keys[place] = name;
        } else if (name != ignored) {
            columns.others.push_back(name);
        }
    }
    for (auto& [place, name] : keys) columns.keys.push_back(name);
    return columns;
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

std::string selection(TableName table, const Columns& columns) {
    auto all = columns.keys;
    all.insert(all.end(), columns.others.begin(), columns.others.end());
    auto sql = std::string("SELECT ").append(joined(all)).append(" FROM ").append(table.text);
    return sql.append(" ORDER BY ").append(joined(columns.keys));
}

// Walks one table row by row.
class Walk {
public:
    Walk(Connection& db, const std::string& sql, std::size_t keys) : rows_(db.raw(), sql), keys_(keys) { step(); }

    bool at_end() const { return !has_row_; }
    void step() { has_row_ = rows_.executeStep(); }

    // Returns a number below, at or above zero if the key is before, the same as or behind the other's.
    int compare_keys(const Walk& other) const {
        for (int column = 0; column < static_cast<int>(keys_); ++column) {
            if (int order = compare(column, other)) return order;
        }
        return 0;
    }
    bool same_row(const Walk& other) const {
        for (int column = 0; column < rows_.getColumnCount(); ++column) {
            if (compare(column, other)) return false;
        }
        return true;
    }
    std::string key() const {
        std::string text;
        for (int column = 0; column < static_cast<int>(keys_); ++column) {
            auto value = rows_.getColumn(column);
            auto shown =
                value.isBlob()
                    ? to_hex({static_cast<const char*>(value.getBlob()), static_cast<std::size_t>(value.getBytes())})
                    : value.getString();
            text += (text.empty() ? "" : ", ") + shown;
        }
        return "(" + text + ")";
    }

private:
    int compare(int column, const Walk& other) const {
        auto a = rows_.getColumn(column);
        auto b = other.rows_.getColumn(column);
        if (a.getType() != b.getType()) return a.getType() < b.getType() ? -1 : 1;
        if (a.isInteger()) {
            return a.getInt64() == b.getInt64() ? 0 : (a.getInt64() < b.getInt64() ? -1 : 1);
        }
        std::string_view left{static_cast<const char*>(a.getBlob()), static_cast<std::size_t>(a.getBytes())};
        std::string_view right{static_cast<const char*>(b.getBlob()), static_cast<std::size_t>(b.getBytes())};
        return left.compare(right);
    }

    mutable SQLite::Statement rows_;
    std::size_t keys_;
    bool has_row_ = false;
};

// Collects the differences to report, up to a limit.
class Differences {
public:
    explicit Differences(TableName table) : table_(table.text) {}

    void add(const Walk& row, const char* what) {
        ++count_;
        if (count_ <= max_told_per_table) texts_.push_back(table_ + " " + row.key() + ": " + what);
    }
    std::vector<std::string> take() {
        if (count_ > max_told_per_table) {
            texts_.push_back(table_ + ": and " + std::to_string(count_ - max_told_per_table) + " rows more");
        }
        return std::move(texts_);
    }

private:
    std::string table_;
    std::vector<std::string> texts_;
    std::size_t count_ = 0;
};

}  // namespace

std::vector<std::string> differences(Connection& kept, Connection& rebuilt, TableName table,
                                     const std::string& ignored) {
    auto columns = columns_of(rebuilt, table, ignored);
    auto sql = selection(table, columns);
    Walk ours(kept, sql, columns.keys.size());
    Walk theirs(rebuilt, sql, columns.keys.size());
    Differences told(table);
    while (!ours.at_end() || !theirs.at_end()) {
        int order = ours.at_end() ? 1 : theirs.at_end() ? -1 : ours.compare_keys(theirs);
        if (order < 0) {
            told.add(ours, "the journal does not say so");
            ours.step();
        } else if (order > 0) {
            told.add(theirs, "is missing");
            theirs.step();
        } else {
            if (!ours.same_row(theirs)) told.add(ours, "differs from the journal");
            ours.step();
            theirs.step();
        }
    }
    return told.take();
}

}  // namespace canteen
