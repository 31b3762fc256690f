#include "canteen/storage/schema/copy_table.h"

#include <sqlite3.h>

namespace canteen {
namespace {

std::string insertion_into(TableName table, int columns) {
    auto sql = std::string("INSERT INTO ").append(table.text).append(" VALUES (?");
    for (int i = 1; i < columns; ++i) sql += ", ?";
    return sql + ")";
}

void bind(SQLite::Statement& to, int place, const SQLite::Column& value) {
    switch (value.getType()) {
        case SQLITE_NULL:
            to.bind(place);
            return;
        case SQLITE_INTEGER:
            to.bind(place, value.getInt64());
            return;
        case SQLITE_TEXT:
            to.bind(place, value.getString());
            return;
        default:
            to.bind(place, value.getBytes() == 0 ? "" : value.getBlob(), value.getBytes());
    }
}

}  // namespace

const std::vector<TableName>& kept_tables() {
    static const std::vector<TableName> tables{"refusal",     "member_key",  "enrolment_code", "cookie",   "key_check",
                                               "device_seen", "person_read", "unprocessable",  "staff_pin"};
    return tables;
}

const std::vector<TableName>& projected_tables() {
    static const std::vector<TableName> tables{"command",
                                               "device_chain",
                                               "menu",
                                               "stock",
                                               "orders",
                                               "posting",
                                               "balance",
                                               "right_use",
                                               "amount_use",
                                               "right_dispute",
                                               "exception",
                                               "exception_param",
                                               "member",
                                               "calendar_day",
                                               "scheme",
                                               "device",
                                               "meta",
                                               "refund",
                                               "refund_line",
                                               "refund_tender",
                                               "deduct_order",
                                               "day",
                                               "member_card",
                                               "employer",
                                               "employer_day",
                                               "points_rule",
                                               "volunteer_hours",
                                               "points_posting",
                                               "points_balance",
                                               "claim",
                                               "claim_finding",
                                               "claim_finding_param",
                                               "claim_rejected",
                                               "partner_agreement",
                                               "partner_item",
                                               "partner_cost",
                                               "staff",
                                               "shift",
                                               "shift_sum",
                                               "drawer_move",
                                               "stated_fact"};
    return tables;
}

void copy_table(Connection& from, Connection& to, TableName table) {
    SQLite::Statement rows(from.raw(), std::string("SELECT * FROM ").append(table.text));
    auto columns = rows.getColumnCount();
    SQLite::Statement insert(to.raw(), insertion_into(table, columns));
    while (rows.executeStep()) {
        for (int column = 0; column < columns; ++column) bind(insert, column + 1, rows.getColumn(column));
        insert.exec();
        insert.reset();
    }
}

}  // namespace canteen
