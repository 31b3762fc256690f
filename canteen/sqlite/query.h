// A prepared statement on loan: bound, stepped and read by place, and reset when it is given back, because an un-reset
// SELECT would pin the WAL. Bound values are not copied: they must live until the last step. Thread of the connection.
#pragma once

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "canteen/domain/base/ids.h"
#include "canteen/domain/base/money.h"
#include "canteen/domain/base/time.h"
#include "canteen/domain/model/member.h"

namespace canteen {

// Binds bytes, where a std::string would bind a text.
struct Blob {
    std::string_view bytes;
};

// An id that is stored as NULL if it is nil.
template <class Tag>
std::optional<Uuid<Tag>> unless_nil(const Uuid<Tag>& id) {
    return id.is_nil() ? std::nullopt : std::optional(id);
}

class SqlQuery {
public:
    explicit SqlQuery(SQLite::Statement& statement) : statement_(&statement) {}
    SqlQuery(SqlQuery&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)) {}
    SqlQuery(const SqlQuery&) = delete;
    SqlQuery& operator=(const SqlQuery&) = delete;
    SqlQuery& operator=(SqlQuery&&) = delete;
    ~SqlQuery() {
        if (statement_) statement_->tryReset();
    }

    // Binds all parameters, in order.
    template <class... Values>
    SqlQuery& with(const Values&... values) {
        int place = 0;
        (put(++place, values), ...);
        return *this;
    }

    // Makes the statement ready to be bound and run again.
    void reset() { statement_->reset(); }

    // Returns true if there is a (next) row.
    bool next() { return statement_->executeStep(); }
    // Runs a statement that returns no rows; returns how many rows it changed.
    int run() { return statement_->exec(); }

    bool is_null(int column) const { return statement_->isColumnNull(column); }
    std::int64_t number(int column) const { return statement_->getColumn(column).getInt64(); }
    template <class T>
    T as(int column) const {
        return static_cast<T>(number(column));
    }
    Fen fen(int column) const { return {number(column)}; }
    Timestamp time(int column) const { return {number(column)}; }
    Date date(int column) const { return {as<std::int32_t>(column)}; }
    std::optional<Date> date_or_none(int column) const {
        return is_null(column) ? std::nullopt : std::optional(date(column));
    }
    // Valid until the next step.
    std::string_view view(int column) const {
        auto value = statement_->getColumn(column);
        return {static_cast<const char*>(value.getBlob()), static_cast<std::size_t>(value.getBytes())};
    }
    std::string text(int column) const { return std::string(view(column)); }
    // Fills a short value up with zeros.
    template <std::size_t Size>
    std::array<std::uint8_t, Size> bytes(int column) const {
        std::array<std::uint8_t, Size> out{};
        auto from = view(column);
        std::copy_n(from.begin(), std::min(Size, from.size()), out.begin());
        return out;
    }
    template <class Id>
    Id id(int column) const {
        return Id{bytes<16>(column)};
    }
    SQLite::Statement& raw() { return *statement_; }

private:
    template <class T>
    void put(int place, const T& value) {
        if constexpr (std::is_enum_v<T> || std::is_integral_v<T>) {
            statement_->bind(place, static_cast<std::int64_t>(value));
        } else {
            put_one(place, value);
        }
    }
    void put_one(int place, Fen value) { statement_->bind(place, value.value); }
    void put_one(int place, Timestamp value) { statement_->bind(place, value.ms); }
    void put_one(int place, Date value) { statement_->bind(place, value.days); }
    void put_one(int place, const std::string& value) { statement_->bindNoCopy(place, value); }
    void put_one(int place, Blob value) {
        statement_->bindNoCopy(place, value.bytes.empty() ? "" : value.bytes.data(),
                               static_cast<int>(value.bytes.size()));
    }
    template <std::size_t Size>
    void put_one(int place, const std::array<std::uint8_t, Size>& value) {
        statement_->bindNoCopy(place, value.data(), static_cast<int>(Size));
    }
    template <class Tag>
    void put_one(int place, const Uuid<Tag>& id) {
        put_one(place, id.bytes);
    }
    template <class Tag>
    void put_one(int place, Number<Tag> value) {
        statement_->bind(place, static_cast<std::int64_t>(value.value));
    }
    template <class T>
    void put_one(int place, const std::optional<T>& value) {
        if (value) {
            put(place, *value);
        } else {
            statement_->bind(place);
        }
    }

    SQLite::Statement* statement_;
};

}  // namespace canteen
