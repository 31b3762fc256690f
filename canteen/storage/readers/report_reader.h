// Reads what reports and statements are made from: the tables of a database that may be written meanwhile. Reads only,
// each slice in a short read transaction of its own, so that a running server's WAL can always be written back. Any
// thread, each with its own reader. Throws StoreError for anything that cannot be read.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "canteen/app/codec.h"
#include "canteen/domain/office/partners.h"
#include "canteen/sqlite/connection.h"
#include "canteen/storage/tables/day_table.h"

namespace canteen {

struct AccountBalance {
    Account account;
    Fen fen;  // debits are positive
    bool operator==(const AccountBalance&) const = default;
};

// An employer's debt for one order, after refunds; the two sums are never both zero.
struct EmployerOrder {
    OrderId order;
    Meal meal;
    MemberId member;  // nil: a guest without number
    PickupNumber pickup;
    Fen allowance;  // borne by the employer's allowances
    Fen account;    // charged to the employer's account
    bool operator==(const EmployerOrder&) const = default;
};
// A move on an employer's accounts without an order: a payment, which is positive.
struct EmployerPayment {
    Seq seq = 0;
    Timestamp at;
    AccountKind account = AccountKind::employer;
    Fen fen;
    bool operator==(const EmployerPayment&) const = default;
};

// An order that was sold and not cancelled.
struct ServedOrder {
    OrderId order;
    Meal meal;
    ServiceMode mode = ServiceMode::dine_in;
    MemberId member;             // nil: a guest without number
    Fen food;                    // price left after refunds; 0: all of it was given back
    std::vector<Share> shares;   // payers' shares of the rest
    std::uint32_t portions = 0;  // left after refunds in part; a weighed line is one
    bool operator==(const ServedOrder&) const = default;
};

class ReportReader {
public:
    // `codec` must outlive the reader. Throws StoreError if there is no such file, or one of another version.
    ReportReader(const std::filesystem::path& database, const Codec& codec);

    // Lists all accounts that were ever moved, by kind and owner, as of one moment.
    std::vector<AccountBalance> trial_balance();
    // Sums what was booked on the site dates of the period, whenever the meals were. Payers' payments for claims are no
    // revenue and are not counted.
    PeriodRevenue revenue(const ClaimPeriod& booked);
    // Lists the agreement's costs of periods that begin within this one, as they were entered.
    std::vector<PartnerCost> partner_costs(const std::string& agreement, const ClaimPeriod& period);
    // Lists the employer's orders of meals of the period, by meal and order.
    std::vector<EmployerOrder> employer_orders(const std::string& employer, const ClaimPeriod& meals);
    // Lists payments booked on the site dates of the period, in the order of the journal.
    std::vector<EmployerPayment> employer_payments(const std::string& employer, const ClaimPeriod& booked);
    // Calls `visit` for each order of meals of the period, by date and order, outside of any transaction.
    void served_orders(const ClaimPeriod& meals, const std::function<void(const ServedOrder&)>& visit);

    // Returns the orders for which this exception was listed, by the time they were sold.
    std::vector<Order> listed(ExceptionCode code);

private:
    template <class Action>
    void each_slice(const ClaimPeriod& booked, Action action);
    void add_revenue(SeqRange rows, PeriodRevenue& revenue);
    void add_payments(SeqRange rows, const std::string& employer, std::vector<EmployerPayment>& payments);
    void add_employer_orders(Date date, const std::string& employer, std::vector<EmployerOrder>& orders);
    std::vector<ServedOrder> served_on(Date date);

    std::filesystem::path path_;
    Connection db_;
    const Codec& codec_;
};

}  // namespace canteen
