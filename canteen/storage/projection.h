// Makes the tables from the journal's events: the same code when a row is committed and when a database is rebuilt.
// Thread of the connection.
#pragma once

#include "canteen/storage/answer_table.h"
#include "canteen/storage/claim_table.h"
#include "canteen/storage/day_table.h"
#include "canteen/storage/employer_table.h"
#include "canteen/storage/ledger_table.h"
#include "canteen/storage/member_table.h"
#include "canteen/storage/menu_table.h"
#include "canteen/storage/order_shelf.h"
#include "canteen/storage/partner_table.h"
#include "canteen/storage/points_table.h"
#include "canteen/storage/refund_table.h"
#include "canteen/storage/right_table.h"
#include "canteen/storage/site_tables.h"
#include "canteen/storage/stock_table.h"

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
          shelf_(orders) {}
    Projection(const Projection&) = delete;
    Projection& operator=(const Projection&) = delete;

    // Within a transaction, in the journal's order.
    void add(const JournalRow& row);
    // Writes what add() gathered; before the transaction commits.
    void flush();
    // Forgets what add() gathered; after the transaction was rolled back.
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

private:
    class Step;
    OrderShelf shelf_;
};

}  // namespace canteen
