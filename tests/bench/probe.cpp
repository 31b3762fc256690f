// The limit an order rate is held against: the rows a server wrote, written again through the bare SQLite API into a
// database of the same schema and settings, N orders a commit. Nothing is decided, encoded or sent.
//   probe SOURCE.db TARGET.db ORDERS_A_COMMIT [LONE]
// prints "orders_s" and "cpu_us" an order; the last LONE orders are committed one by one instead: "lone_p50_ms".
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/bench/figures.h"

namespace {

struct Closer {
    void operator()(sqlite3* db) const { sqlite3_close(db); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, Closer>;
using Statement = std::unique_ptr<sqlite3_stmt, Closer>;

void check(int code, sqlite3* db) {
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) throw std::runtime_error(sqlite3_errmsg(db));
}

Database open(const std::string& path) {
    sqlite3* db = nullptr;
    int code =
        sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    Database owned(db);
    check(code, db);
    return owned;
}

Statement prepare(sqlite3* db, const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr), db);
    return Statement(statement);
}

void run(sqlite3* db, const std::string& sql) {
    check(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr), db);
}

struct Value {
    int type = SQLITE_NULL;
    sqlite3_int64 number = 0;
    std::string bytes;
};
using Row = std::vector<Value>;

std::vector<Row> rows_of(sqlite3* db, const std::string& sql) {
    auto query = prepare(db, sql);
    std::vector<Row> rows;
    while (sqlite3_step(query.get()) == SQLITE_ROW) {
        Row row(static_cast<std::size_t>(sqlite3_column_count(query.get())));
        for (int i = 0; i < static_cast<int>(row.size()); ++i) {
            auto& value = row[static_cast<std::size_t>(i)];
            value.type = sqlite3_column_type(query.get(), i);
            value.number = sqlite3_column_int64(query.get(), i);
            if (value.type == SQLITE_TEXT || value.type == SQLITE_BLOB)
                value.bytes.assign(static_cast<const char*>(sqlite3_column_blob(query.get(), i))
                                       ? static_cast<const char*>(sqlite3_column_blob(query.get(), i))
                                       : "",
                                   static_cast<std::size_t>(sqlite3_column_bytes(query.get(), i)));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

void bind(sqlite3_stmt* statement, const Row& row) {
    for (int i = 0; i < static_cast<int>(row.size()); ++i) {
        const auto& value = row[static_cast<std::size_t>(i)];
        if (value.type == SQLITE_INTEGER)
            sqlite3_bind_int64(statement, i + 1, value.number);
        else if (value.type == SQLITE_NULL)
            sqlite3_bind_null(statement, i + 1);
        else if (value.type == SQLITE_TEXT)
            sqlite3_bind_text(statement, i + 1, value.bytes.data(), static_cast<int>(value.bytes.size()),
                              SQLITE_STATIC);
        else
            sqlite3_bind_blob(statement, i + 1, value.bytes.data(), static_cast<int>(value.bytes.size()),
                              SQLITE_STATIC);
    }
}

// The rows of one table that belong to orders, in the journal's order of commit.
struct Table {
    std::vector<Row> rows;  // without the leading order number
    std::vector<std::size_t> first_of_order;
    Statement insert;
};

// `select` yields (journal seq of the order's row, columns...), ordered by seq.
Table load(sqlite3* source, sqlite3* target, const std::string& name, const std::string& columns,
           const std::string& from, const std::vector<sqlite3_int64>& seqs) {
    Table table;
    auto rows = rows_of(source, "SELECT j.seq, " + columns + " FROM journal j " + from +
                                    " WHERE j.command_name = 'PlaceOrder' ORDER BY j.seq");
    std::size_t next = 0;
    for (auto seq : seqs) {
        table.first_of_order.push_back(next);
        while (next < rows.size() && rows[next][0].number == seq) ++next;
    }
    table.first_of_order.push_back(next);
    std::string marks;
    for (auto& row : rows) {
        row.erase(row.begin());
        table.rows.push_back(std::move(row));
    }
    auto width = table.rows.empty() ? 0 : table.rows[0].size();
    for (std::size_t i = 0; i < width; ++i) marks += i == 0 ? "?" : ", ?";
    if (width > 0) table.insert = prepare(target, "INSERT INTO " + name + " VALUES (" + marks + ")");
    return table;
}

void copy_schema(sqlite3* source, sqlite3* target) {
    run(target,
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 10000; PRAGMA "
        "journal_size_limit = 67108864;"
        "PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA cache_size = -16384");
    for (const auto& row : rows_of(
             source, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid"))
        run(target, row[0].bytes);
    for (const char* name : {"stock", "device_chain", "balance"}) {
        auto rows = rows_of(source, std::string("SELECT * FROM ") + name);
        if (rows.empty()) continue;
        std::string marks;
        for (std::size_t i = 0; i < rows[0].size(); ++i) marks += i == 0 ? "?" : ", ?";
        auto insert = prepare(target, std::string("INSERT INTO ") + name + " VALUES (" + marks + ")");
        for (const auto& row : rows) {
            bind(insert.get(), row);
            check(sqlite3_step(insert.get()), target);
            sqlite3_reset(insert.get());
        }
    }
}

void insert_order(Table& table, std::size_t order, sqlite3* target) {
    for (auto i = table.first_of_order[order]; i < table.first_of_order[order + 1]; ++i) {
        bind(table.insert.get(), table.rows[i]);
        check(sqlite3_step(table.insert.get()), target);
        sqlite3_reset(table.insert.get());
    }
}

// Counts the rows that a commit changes besides those it adds.
struct Touched {
    std::size_t stock, chains, balances;
};
constexpr Touched all_touched{SIZE_MAX, SIZE_MAX, SIZE_MAX};
constexpr Touched touched_by_one{3, 1, 2};  // three lines of one till, paid in cash

}  // namespace

int main(int argc, char** argv) try {
    if (argc != 4 && argc != 5) return std::cerr << "probe SOURCE.db TARGET.db ORDERS_A_COMMIT [LONE]\n", 2;
    auto source = open(argv[1]);
    auto target = open(argv[2]);
    const auto batch = static_cast<std::size_t>(std::atoi(argv[3]));
    const auto lone = argc == 5 ? static_cast<std::size_t>(std::atoi(argv[4])) : 0;
    copy_schema(source.get(), target.get());

    std::vector<sqlite3_int64> seqs;
    for (const auto& row :
         rows_of(source.get(), "SELECT seq FROM journal WHERE command_name = 'PlaceOrder' ORDER BY seq"))
        seqs.push_back(row[0].number);
    const std::string command = "JOIN command c ON c.device = j.device AND c.command_id = j.command_id ",
                      order = "JOIN orders o ON o.id = (SELECT order_id FROM posting p WHERE p.seq = j.seq LIMIT 1) ";
    auto* db = target.get();
    std::vector<Table> tables;
    tables.push_back(load(source.get(), db, "journal", "j.*", "", seqs));
    tables.push_back(load(source.get(), db, "command", "c.*", command, seqs));
    tables.push_back(load(source.get(), db, "orders", "o.*", order, seqs));
    tables.push_back(load(source.get(), db, "posting", "x.*", "JOIN posting x ON x.seq = j.seq ", seqs));

    // Rows that the writer touches besides, once a batch: stock rows, the till's chain, balances.
    auto stock = prepare(db, "UPDATE stock SET sold = sold WHERE date = ? AND slot = ? AND dish = ?");
    auto stock_keys = rows_of(db, "SELECT date, slot, dish FROM stock WHERE sold > 0");
    auto chain = prepare(db, "UPDATE device_chain SET last_seq = last_seq WHERE device = ?");
    auto chain_keys = rows_of(db, "SELECT device FROM device_chain WHERE last_seq > 0");
    auto balance = prepare(db, "UPDATE balance SET fen = fen WHERE kind = ? AND owner = ?");
    auto balance_keys = rows_of(db, "SELECT kind, owner FROM balance");
    auto touch = [&](sqlite3_stmt* statement, const std::vector<Row>& keys, std::size_t most) {
        for (std::size_t i = 0; i < std::min(most, keys.size()); ++i) {
            bind(statement, keys[i]);
            check(sqlite3_step(statement), db);
            sqlite3_reset(statement);
        }
    };
    const auto commit = [&](std::size_t first, std::size_t end, Touched touched) {
        run(db, "BEGIN IMMEDIATE");
        for (auto number = first; number < end; ++number)
            for (auto& table : tables)
                if (table.insert) insert_order(table, number, db);
        touch(stock.get(), stock_keys, touched.stock);
        touch(chain.get(), chain_keys, touched.chains);
        touch(balance.get(), balance_keys, touched.balances);
        run(db, "COMMIT");
    };

    const auto together = seqs.size() - std::min(lone, seqs.size());
    const auto cpu_before = std::clock();
    auto began = std::chrono::steady_clock::now();
    for (std::size_t first = 0; first < together; first += batch)
        commit(first, std::min(together, first + batch), all_touched);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    const auto cpu_us = static_cast<double>(std::clock() - cpu_before) * 1e6 / CLOCKS_PER_SEC;
    std::cout << "orders_s " << static_cast<double>(together) / took.count() << "\ncpu_us "
              << cpu_us / static_cast<double>(together) << "\n";
    std::vector<double> commits;
    for (auto number = together; number < seqs.size(); ++number) {
        began = std::chrono::steady_clock::now();
        commit(number, number + 1, touched_by_one);
        commits.push_back(canteen::bench::ms_since(began));
    }
    if (!commits.empty()) std::cout << "lone_p50_ms " << canteen::bench::quantile(commits, 0.5) << "\n";
    return 0;
} catch (const std::exception& error) {
    std::cerr << "probe: " << error.what() << "\n";
    return 1;
}
