// canteen-pos: the till. Reads the command line and hands over.
#include <CLI/CLI.hpp>
#include <exception>
#include <functional>
#include <iostream>
#include <map>
#include <memory>

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

// Words of the command line beside a command's own, and the command it chose.
struct Said {
    Language language = Language::zh;
    std::function<int()> command;
};

// Fills a command's options from its words and notes to run it. `prepare` reads what CLI11 cannot.
template <class Options>
std::shared_ptr<Options> on_chosen(
    CLI::App& words, Said& said, int (*run)(const Options&), std::function<void(Options&)> prepare = [](Options&) {}) {
    auto options = std::make_shared<Options>();
    words.callback([options, &said, run, prepare] {
        said.command = [options, &said, run, prepare] {
            if constexpr (requires { options->language; }) options->language = said.language;
            prepare(*options);
            return run(*options);
        };
    });
    return options;
}

void read_line_if_dash(std::string& word) {
    if (word == "-") std::getline(std::cin, word);
}

template <class Parse>
auto that_reads(Parse parse, const char* what) {
    return [parse, what](const std::string& text) { return parse(text) ? std::string() : what + (": " + text); };
}

void add_pair(CLI::App& app, Said& said) {
    auto* pair = app.add_subcommand("pair", "Make this till's key and let the server know it, by a one-time code");
    auto options = on_chosen<PairOptions>(*pair, said, till::pair, [](auto& o) { read_line_if_dash(o.code); });
    pair->add_option("code", options->code, "from `canteen-server enrol till`; - is a line of the input")->required();
    pair->add_option("--server", options->server, "HOST:PORT")->required();
    pair->add_option("--dir", options->directory, "the till's directory")->required();
}

void add_sell(CLI::App& app, Said& said) {
    auto dishes = std::make_shared<std::vector<std::string>>(), payment = std::make_shared<std::vector<std::string>>();
    auto* sell = app.add_subcommand("sell", "Make one sale");
    auto options = on_chosen<SellOptions>(*sell, said, till::sell, [dishes, payment](SellOptions& o) {
        read_line_if_dash(o.basket.card);
        for (const auto& dish : *dishes) o.basket.lines.push_back(*parse_dish(dish));
        for (const auto& part : *payment) o.pay.push_back(*parse_payment(part));
    });
    sell->add_option("--dir", options->directory, "the till's directory")->required();
    sell->add_option("--dish", *dishes, "ID, IDxN, ID:GRAMSg, or ID=A+B of a set meal; as often as needed")
        ->required()
        ->check(that_reads(parse_dish, "no dish"));
    auto* by_number = sell->add_option("--member", options->basket.member_number, "member number");
    sell->add_option("--card", options->basket.card,
                     "the member's card, as the reader types it; - is a line of the input")
        ->excludes(by_number);
    sell->add_option("--mode", options->basket.mode, "dine_in, takeaway or delivery")
        ->type_name("MODE")
        ->transform(words_of(modes));
    sell->add_option(
            "--pay", *payment,
            "cash, wechat, alipay, unionpay, ecny, stored_value, points, allowance:CODE or employer:CODE, with "
            ":YUAN for a part of the bill; as often as needed")
        ->type_name("TENDER")
        ->check(that_reads(parse_payment, "no tender"));
    sell->add_flag("--agree", options->agree, "also to a price that changed in the meantime");
    sell->add_option("--wait-ms", options->wait_ms, "for the server, before and after");
}

template <class Options>
void add_order(CLI::App& words, const std::shared_ptr<Options>& options, std::string& date) {
    words.add_option("pickup", options->order.pickup, "its pickup number, A012")->required();
    words.add_option("--dir", options->directory, "the till's directory")->required();
    words.add_option("--date", date, "of the order's meal, 2026-04-14: if several days have that number")
        ->check(that_reads(parse_date, "no date"));
    words.add_option("--wait-ms", options->wait_ms, "for the server, before and after");
}

void add_cancel(CLI::App& app, Said& said) {
    auto date = std::make_shared<std::string>();
    auto* cancel = app.add_subcommand("cancel", "Take one of this till's orders back");
    auto options =
        on_chosen<CancelOptions>(*cancel, said, till::cancel, [date](auto& o) { o.order.date = parse_date(*date); });
    add_order(*cancel, options, *date);
}

void add_refund(CLI::App& app, Said& said) {
    auto date = std::make_shared<std::string>();
    auto lines = std::make_shared<std::vector<std::string>>();
    auto* refund = app.add_subcommand("refund", "Give money back for one of this till's orders, whole or by line");
    auto options = on_chosen<RefundOptions>(*refund, said, till::refund, [date, lines](RefundOptions& o) {
        o.order.date = parse_date(*date);
        for (const auto& line : *lines) o.lines.push_back(*parse_refund_line(line));
    });
    add_order(*refund, options, *date);
    refund->add_option("--line", *lines, "N (one portion of line N), NxQ, or N:GRAMSg; as often as needed")
        ->check(that_reads(parse_refund_line, "no line"));
    refund->add_option("--reason", options->reason, "guest_asked, wrong_entry, not_served or quality")
        ->type_name("REASON")
        ->transform(words_of(reasons));
}

void add_run(CLI::App& app, Said& said) {
    auto* run = app.add_subcommand("run", "Make the sales of a file (pos-client/SALES.md)");
    auto options = on_chosen<RunOptions>(*run, said, till::run);
    run->add_option("file", options->file, "CSV")->required();
    run->add_option("--tills", options->tills, "holds a paired till directory for each register")->required();
    run->add_option("--speed", options->speed, "times as fast; 0: as fast as it is answered");
    run->add_flag("--answer-all", options->answer_all, "wait until the server has answered everything");
    run->add_option("--wait-ms", options->wait_ms, "for the server, before the first sale");
}

void add_queue(CLI::App& app, Said& said) {
    auto* queue = app.add_subcommand("queue", "List what waits, and what the server decided otherwise");
    auto options = on_chosen<QueueOptions>(*queue, said, till::queue);
    queue->add_option("--dir", options->directory, "the till's directory")->required();
    queue->add_flag("--dismiss", options->dismiss, "the latter was dealt with");
}

void add_serve(CLI::App& app, Said& said) {
    auto* serve = app.add_subcommand("serve", "Serve the page of one till or several until interrupted");
    auto options = on_chosen<ServeOptions>(*serve, said, till::serve);
    serve->add_option("--dir", options->directories, "a till's directory; as often as needed")->required();
    serve->add_option("--pages", options->pages, "the built pages")->required();
    serve->add_option("--port", options->port, "8480; 0: any free one");
    serve->add_option("--address", options->address, "to listen at; 127.0.0.1");
    serve->add_option("--host", options->hosts, "a further name by which browsers call this machine");
    serve->add_option("--printer", options->printer,
                      "HOST[:PORT] or /dev/..., for tills that have none set on their page");
    serve->add_option("--scale", options->scale, "the serial device of a scale, of the first till");
    serve->add_flag("--insecure-lan", options->insecure_lan,
                    "beyond this machine without TLS: who shares the network can read and sell");
}

void add_page(CLI::App& app, Said& said) {
    auto* page = app.add_subcommand("page", "Print an address that lets one more browser in to a till's page");
    auto options = on_chosen<PageOptions>(*page, said, till::page);
    page->add_option("--dir", options->directory, "the till's directory")->required();
}

void add_invoices(CLI::App& app, Said& said) {
    auto* invoices = app.add_subcommand("invoices", "Print the invoices that guests asked for, as CSV");
    auto options = on_chosen<InvoicesOptions>(*invoices, said, till::invoices);
    invoices->add_option("--dir", options->directory, "the till's directory")->required();
}

int run_command_line(int argc, char** argv) {
    CLI::App app{"The till of a community canteen"};
    Said said;
    app.require_subcommand(1);
    app.add_option("--lang", said.language, "zh or en")->type_name("LANGUAGE")->transform(words_of(languages));
    app.footer(
        "Exit codes: 0 done, 1 failed, 2 usage, 3 refused, 4 on this till's disk, waiting for the server, 5 nothing "
        "gets through to the server until somebody looks at it.");
    for (auto* add :
         {add_pair, add_sell, add_cancel, add_refund, add_run, add_queue, add_serve, add_page, add_invoices})
        add(app, said);
    try {
        refuse_other_encodings(argc, argv);
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? exit_done : exit_usage;
    }
    return said.command();
}

}  // namespace
}  // namespace canteen::till

int main(int argc, char** argv) {
    canteen::keep_memory_private();
    try {
        return canteen::till::run_command_line(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << error.what() << "\n";
        return canteen::till::exit_failed;
    }
}
