// The words of a till's commands, as the command line and a running service read them. One thread.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <istream>
#include <memory>
#include <string>
#include <variant>

#include "pos-client/command/till_command.h"

namespace canteen::till {

// A command, the till it is for, and the language it speaks.
struct Chosen {
    std::filesystem::path directory;
    Language language = Language::zh;
    std::unique_ptr<TillCommand> command;
};

// Collects what the words said so far.
struct SaidWords {
    std::istream& input;  // a word "-" is a line of it
    std::string lines{};  // those that were read
    Language language = Language::zh;
    std::function<Chosen()> chosen{};  // null: none of a till's commands; throws CLI::ParseError
};

// The help names the words, not the numbers behind them.
template <class Words>
CLI::Validator words_of(const Words& words) {
    return CLI::CheckedTransformer(words).description("");
}

// Adds --lang, sell, cancel, refund and queue. `said` outlives the parsing.
void add_till_commands(CLI::App& app, SaidWords& said);

// Reads the words of one command, without the program's name. Returns why not, if they are none.
std::variant<Chosen, std::string> read_command(const std::vector<std::string>& words, std::istream& input);

}  // namespace canteen::till
