// Makes the tables from the journal's events: the same code when a row is committed and when a database is rebuilt.
// Thread of the connection.
#pragma once

#include "canteen/storage/tables/answer_table.h"
#include "canteen/storage/tables/claim_table.h"
#include "canteen/storage/tables/day_table.h"
#include "canteen/storage/tables/employer_table.h"
#include "canteen/storage/tables/ledger_table.h"
#include "canteen/storage/tables/member_table.h"
#include "canteen/storage/tables/menu_table.h"
#include "canteen/storage/tables/order_cache.h"
#include "canteen/storage/tables/partner_table.h"
#include "canteen/storage/tables/points_table.h"
#include "canteen/storage/tables/refund_table.h"
#include "canteen/storage/tables/right_table.h"
#include "canteen/storage/tables/shift_table.h"
#include "canteen/storage/tables/site_tables.h"
#include "canteen/storage/tables/staff_table.h"
#include "canteen/storage/tables/stock_table.h"

namespace canteen {

class Projection {
public:
    Projection(Connection& db, const Codec& codec, SodiumSealer& sealer, const Key& blind_index_key)
        : orders(db, codec),
          stock(db),
          ledger(db),
          rights(db),
          menus(db, codec),
          members(db, codec, sealer, blind_index_key),
          site(db, codec, sealer),
          answers(db, codec),
          refunds(db),
          days(db),
          employers(db),
          points(db),
          claims(db),
          partners(db),
          staff(db, codec, sealer),
          shifts(db),
          cache_(orders) {}
    Projection(const Projection&) = delete;
    Projection& operator=(const Projection&) = delete;

    // Takes the rows in the journal's order. Within a transaction.
    void add(const JournalRow& row);
    // Writes what add() gathered. Runs before the transaction commits.
    void flush();
    // Forgets what add() gathered. Runs after the transaction was rolled back.
    void clear();

    OrderTable orders;
    StockTable stock;
    LedgerTable ledger;
    RightTable rights;
    MenuTable menus;
    MemberTable members;
    SiteTables site;
    AnswerTable answers;
    RefundTable refunds;
    DayTable days;
    EmployerTable employers;
    PointsTable points;
    ClaimTable claims;
    PartnerTable partners;
    StaffTable staff;
    ShiftTable shifts;

private:
    class Step;
    OrderCache cache_;
};

}  // namespace canteen
