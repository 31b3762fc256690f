// canteen-pos: the till. Reads the command line and hands over.
#include <CLI/CLI.hpp>
#include <exception>
#include <functional>
#include <iostream>
#include <memory>

#include "canteen/crypto/private_memory.h"
#include "canteen/domain/base/text.h"
#include "pos-client/commands.h"

namespace canteen::till {
namespace {

// Numbers and codes are all a till is told, so that whatever is not UTF-8 was typed by mistake.
void refuse_other_encodings(int argc, char** argv) {
    for (int i = 1; i < argc; ++i)
        if (!is_utf8(argv[i]))
            throw CLI::ValidationError("word " + std::to_string(i), "is not UTF-8: type it in ASCII");
}

// Holds what the words said, and the command they chose if it is none of a till's own.
struct Said {
    SaidWords words{std::cin};
    std::function<int()> command;
};

// Fills a command's options from its words and notes to run it. `prepare` reads what CLI11 cannot.
template <class Options>
std::shared_ptr<Options> on_chosen(
    CLI::App& words, Said& said, int (*run)(const Options&), std::function<void(Options&)> prepare = [](Options&) {}) {
    auto options = std::make_shared<Options>();
    words.callback([options, &said, run, prepare] {
        said.command = [options, &said, run, prepare] {
            if constexpr (requires { options->language; }) options->language = said.words.language;
            prepare(*options);
            return run(*options);
        };
    });
    return options;
}

void add_pair(CLI::App& app, Said& said) {
    auto* pair = app.add_subcommand("pair", "Make this till's key and let the server know it, by a one-time code");
    auto options = on_chosen<PairOptions>(*pair, said, till::pair, [](auto& o) {
        if (o.code == "-") std::getline(std::cin, o.code);
    });
    pair->add_option("code", options->code, "from `canteen-server enrol till`; - is a line of the input")->required();
    pair->add_option("--server", options->server, "HOST:PORT")->required();
    pair->add_option("--dir", options->directory, "the till's directory")->required();
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
    app.footer(
        "Exit codes: 0 done, 1 failed, 2 usage, 3 refused, 4 on this till's disk, waiting for the server, 5 nothing "
        "gets through to the server until somebody looks at it.");
    add_pair(app, said);
    add_till_commands(app, said.words);
    for (auto* add : {add_run, add_serve, add_page, add_invoices}) add(app, said);
    try {
        refuse_other_encodings(argc, argv);
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? exit_done : exit_usage;
    }
    if (!said.words.chosen) return said.command();
    auto chosen = said.words.chosen();
    return at_till(std::move(chosen), {{argv + 1, argv + argc}, said.words.lines});
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
