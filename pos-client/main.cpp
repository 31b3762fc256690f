// canteen-pos: the till. Reads the command line and hands over.
#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>
#include <map>

#include "canteen/crypto/private_memory.h"
#include "canteen/domain/base/text.h"
#include "canteen/domain/model/names.h"
#include "pos-client/commands.h"
#include "pos-client/till/dish_text.h"
#include "pos-client/till/payment.h"

namespace canteen::till {
namespace {

const std::map<std::string, Language> languages{{"zh", Language::zh}, {"en", Language::en}};
const auto modes = by_name<ServiceMode>({ServiceMode::dine_in, ServiceMode::takeaway, ServiceMode::delivery});
const auto reasons = by_name<RefundReason>(
    {RefundReason::guest_asked, RefundReason::wrong_entry, RefundReason::not_served, RefundReason::quality});

// The help names the words, not the numbers behind them.
template <class Words>
CLI::Validator words_of(const Words& words) {
    return CLI::CheckedTransformer(words).description("");
}

// Numbers and codes are all a till is told, so that whatever is not UTF-8 was typed by mistake.
void refuse_other_encodings(int argc, char** argv) {
    for (int i = 1; i < argc; ++i)
        if (!is_utf8(argv[i]))
            throw CLI::ValidationError("word " + std::to_string(i), "is not UTF-8: type it in ASCII");
}

class CommandLine {
public:
    CommandLine() {
        app_.require_subcommand(1);
        app_.add_option("--lang", language_, "zh or en")->type_name("LANGUAGE")->transform(words_of(languages));
        app_.footer(
            "Exit codes: 0 done, 1 failed, 2 usage, 3 refused, 4 on this till's disk, waiting for the server, 5 "
            "nothing "
            "gets through to the server until somebody looks at it.");
        add_pair();
        add_sell();
        add_cancel();
        add_refund();
        add_run();
        add_queue();
        add_serve();
        add_page();
    }

    int run(int argc, char** argv) {
        try {
            refuse_other_encodings(argc, argv);
            app_.parse(argc, argv);
        } catch (const CLI::ParseError& error) {
            return app_.exit(error) == 0 ? exit_done : exit_usage;
        }
        if (pair_options_.code == "-") std::getline(std::cin, pair_options_.code);
        if (sell_options_.basket.card == "-") std::getline(std::cin, sell_options_.basket.card);
        if (pair_->parsed()) return till::pair(with_language(pair_options_));
        if (cancel_->parsed()) return run_cancel();
        if (refund_->parsed()) return run_refund();
        if (queue_->parsed()) return till::queue(with_language(queue_options_));
        if (run_->parsed()) return till::run(run_options_);
        if (serve_->parsed()) return till::serve(with_language(serve_options_));
        if (page_->parsed()) return till::page(with_language(page_options_));
        return run_sell();
    }

private:
    int run_sell() {
        for (const auto& dish : dishes_) sell_options_.basket.lines.push_back(*parse_dish(dish));
        for (const auto& part : payment_) sell_options_.pay.push_back(*parse_payment(part));
        return till::sell(with_language(sell_options_));
    }

    int run_cancel() {
        cancel_options_.order.date = parse_date(date_);
        return till::cancel(with_language(cancel_options_));
    }

    int run_refund() {
        refund_options_.order.date = parse_date(date_);
        for (const auto& line : refund_lines_) refund_options_.lines.push_back(*parse_refund_line(line));
        return till::refund(with_language(refund_options_));
    }

    template <class Options>
    Options with_language(Options options) const {
        options.language = language_;
        return options;
    }

    void add_pair() {
        pair_ = app_.add_subcommand("pair", "Make this till's key and let the server know it, by a one-time code");
        pair_->add_option("code", pair_options_.code, "from `canteen-server enrol till`; - is a line of the input")
            ->required();
        pair_->add_option("--server", pair_options_.server, "HOST:PORT")->required();
        pair_->add_option("--dir", pair_options_.directory, "the till's directory")->required();
    }

    void add_sell() {
        sell_ = app_.add_subcommand("sell", "Make one sale");
        sell_->add_option("--dir", sell_options_.directory, "the till's directory")->required();
        sell_->add_option("--dish", dishes_, "ID, IDxN, ID:GRAMSg, or ID=A+B of a set meal; as often as needed")
            ->required()
            ->check([](const std::string& text) { return parse_dish(text) ? std::string() : "no dish: " + text; });
        auto* by_number = sell_->add_option("--member", sell_options_.basket.member_number, "member number");
        sell_
            ->add_option("--card", sell_options_.basket.card,
                         "the member's card, as the reader types it; - is a line of the input")
            ->excludes(by_number);
        sell_->add_option("--mode", sell_options_.basket.mode, "dine_in, takeaway or delivery")
            ->type_name("MODE")
            ->transform(words_of(modes));
        sell_
            ->add_option(
                "--pay", payment_,
                "cash, wechat, alipay, stored_value, points, allowance:CODE or employer:CODE, with :YUAN for a "
                "part of the bill; as often as needed")
            ->type_name("TENDER")
            ->check([](const std::string& text) { return parse_payment(text) ? std::string() : "no tender: " + text; });
        sell_->add_flag("--agree", sell_options_.agree, "also to a price that changed in the meantime");
        sell_->add_option("--wait-ms", sell_options_.wait_ms, "for the server, before and after");
    }

    void add_cancel() {
        cancel_ = app_.add_subcommand("cancel", "Take one of this till's orders back");
        cancel_->add_option("pickup", cancel_options_.order.pickup, "its pickup number, A012")->required();
        cancel_->add_option("--dir", cancel_options_.directory, "the till's directory")->required();
        add_date(*cancel_);
        cancel_->add_option("--wait-ms", cancel_options_.wait_ms, "for the server, before and after");
    }

    void add_date(CLI::App& app) {
        app.add_option("--date", date_, "of the order's meal, 2026-04-14: if several days have that number")
            ->check([](const std::string& text) { return parse_date(text) ? std::string() : "no date: " + text; });
    }

    void add_refund() {
        refund_ = app_.add_subcommand("refund", "Give money back for one of this till's orders, whole or by line");
        refund_->add_option("pickup", refund_options_.order.pickup, "its pickup number, A012")->required();
        refund_->add_option("--dir", refund_options_.directory, "the till's directory")->required();
        add_date(*refund_);
        refund_->add_option("--line", refund_lines_, "N (one portion of line N), NxQ, or N:GRAMSg; as often as needed")
            ->check(
                [](const std::string& text) { return parse_refund_line(text) ? std::string() : "no line: " + text; });
        refund_->add_option("--reason", refund_options_.reason, "guest_asked, wrong_entry, not_served or quality")
            ->type_name("REASON")
            ->transform(words_of(reasons));
        refund_->add_option("--wait-ms", refund_options_.wait_ms, "for the server, before and after");
    }

    void add_run() {
        run_ = app_.add_subcommand("run", "Make the sales of a file (pos-client/SALES.md)");
        run_->add_option("file", run_options_.file, "CSV")->required();
        run_->add_option("--tills", run_options_.tills, "holds a paired till directory for each register")->required();
        run_->add_option("--speed", run_options_.speed, "times as fast; 0: as fast as it is answered");
        run_->add_flag("--answer-all", run_options_.answer_all, "wait until the server has answered everything");
        run_->add_option("--wait-ms", run_options_.wait_ms, "for the server, before the first sale");
    }

    void add_queue() {
        queue_ = app_.add_subcommand("queue", "List what waits, and what the server decided otherwise");
        queue_->add_option("--dir", queue_options_.directory, "the till's directory")->required();
        queue_->add_flag("--dismiss", queue_options_.dismiss, "the latter was dealt with");
    }

    void add_serve() {
        serve_ = app_.add_subcommand("serve", "Serve the page of one till or several until interrupted");
        serve_->add_option("--dir", serve_options_.directories, "a till's directory; as often as needed")->required();
        serve_->add_option("--pages", serve_options_.pages, "the built pages")->required();
        serve_->add_option("--port", serve_options_.port, "8480; 0: any free one");
        serve_->add_option("--address", serve_options_.address, "to listen at; 127.0.0.1");
        serve_->add_option("--host", serve_options_.hosts, "a further name by which browsers call this machine");
        serve_->add_flag("--insecure-lan", serve_options_.insecure_lan,
                         "beyond this machine without TLS: who shares the network can read and sell");
    }

    void add_page() {
        page_ = app_.add_subcommand("page", "Print an address that lets one more browser in to a till's page");
        page_->add_option("--dir", page_options_.directory, "the till's directory")->required();
    }

    CLI::App app_{"The till of a community canteen"};
    Language language_ = Language::zh;
    std::vector<std::string> dishes_;
    std::vector<std::string> payment_;
    PairOptions pair_options_;
    SellOptions sell_options_;
    CancelOptions cancel_options_;
    std::string date_;
    std::vector<std::string> refund_lines_;
    RefundOptions refund_options_;
    RunOptions run_options_;
    QueueOptions queue_options_;
    ServeOptions serve_options_;
    PageOptions page_options_;
    CLI::App *pair_ = nullptr, *sell_ = nullptr, *cancel_ = nullptr, *refund_ = nullptr, *run_ = nullptr,
             *queue_ = nullptr, *serve_ = nullptr, *page_ = nullptr;
};

}  // namespace
}  // namespace canteen::till

int main(int argc, char** argv) {
    canteen::keep_memory_private();
    try {
        return canteen::till::CommandLine().run(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return canteen::till::exit_failed;
    }
}
