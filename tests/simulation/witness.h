// Sees every commit and keeps the journal as it was committed, the state it makes, and the first answer to each
// command. What the canteen shows is checked against it. One thread.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "canteen/app/store.h"
#include "canteen/app/writer/writer.h"

namespace canteen::simulation {

class Witness {
public:
    explicit Witness(const Site& site) { known_.truth.site = site; }

    void on_commit(const std::vector<JournalRow>& rows);
    // Called with the answers the server is about to send.
    void on_answers(const std::vector<Addressed>& answers);

    void on_back_up() { copy_ = known_; }
    void on_restore() { known_ = copy_; }

    const std::vector<JournalRow>& rows() const { return known_.rows; }
    const Canteen& truth() const { return known_.truth; }
    const Order* order(OrderId id) const;
    // Returns how often the order was placed.
    int times_placed(OrderId id) const;
    // Returns what was wrong at once.
    const std::vector<std::string>& findings() const { return findings_; }
    std::size_t repeated_answers() const { return repeated_answers_; }

private:
    struct Known {
        std::vector<JournalRow> rows;
        Canteen truth;
        std::map<OrderId, int> placed;
        std::map<CommandId, Answer> answers;
    };
    Known known_, copy_;
    std::vector<std::string> findings_;
    std::size_t repeated_answers_ = 0;
};

}  // namespace canteen::simulation
