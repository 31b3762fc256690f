// What the till has to print and has printed, on its own disk. What begin() returned from survives a power cut (WAL,
// synchronous=FULL): a job whose end nobody saw is printed again as a copy, and only so. Documents tell of persons, so
// they are sealed under a key of the till's seed. One connection; one thread.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <vector>

#include "canteen/crypto/random.h"
#include "canteen/crypto/seal.h"
#include "canteen/crypto/sign.h"
#include "pos-client/paper/document.h"
#include "pos-client/printer/print_job.h"

namespace canteen::till {

// Nobody wants the last hour's receipts when paper is put in.
inline constexpr std::chrono::minutes receipt_wanted_for{10};
// A drawer that opens by itself while nobody stands at it is an open drawer.
inline constexpr std::chrono::seconds drawer_wanted_for{10};
// What is done with can be printed again for so long.
inline constexpr std::chrono::hours keep_prints_for{3 * 24};

class PrintOutbox {
public:
    // Makes the file if there is none. What was being printed when a program ended waits again, as a copy. Throws
    // SQLite::Exception. `random` must outlive it.
    PrintOutbox(const std::filesystem::path& file, const SigningSeed& seed, Random& random);

    // Returns false, and changes nothing, if it is known already.
    bool add(const PrintKey& key, const Document& document, Timestamp now);
    // As a copy of what was made then, whether this till remembers that or not: a document that is kept is printed as
    // it was, any other is added.
    void add_copy(const PrintKey& key, const Document& document, Timestamp made_at, Timestamp now);
    std::optional<PrintJob> job(const PrintKey& key) const;
    // Returns nothing for one that is not kept or cannot be opened.
    std::optional<Document> document(const PrintKey& key) const;
    // In the order they were asked for.
    std::vector<PrintJob> jobs(PrintState state, std::size_t limit) const;
    std::vector<PrintJob> waiting(PrintKind kind, std::size_t limit) const;
    std::size_t count(PrintState state) const;

    // From here on paper may be printed.
    void begin(const PrintKey& key, const std::string& printer);
    // What was begun and did not come to its end waits again, as a copy.
    void put_back(const PrintKey& key);
    void finish(const PrintKey& key, PrintState state, const std::string& why = {});
    // Prints it again as a copy, whatever came of it before; one that waits or is being printed stays as it is. Returns
    // false if it is not kept.
    bool want_again(const PrintKey& key, Timestamp now);

    // Receipts that waited too long are on demand, a drawer failed. Drops what was done with long ago.
    void age(Timestamp now);

private:
    void create_tables();
    bool insert(const PrintKey& key, const Document& document, Timestamp made_at, Timestamp now, bool says_copy);

    mutable SQLite::Database db_;
    Key key_;
    Random& random_;
};

}  // namespace canteen::till
