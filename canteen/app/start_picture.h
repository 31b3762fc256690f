// What the I/O side knows when it starts: read once, before the writer's thread runs. Values.
#pragma once

#include <memory>

#include "canteen/app/sheets_view.h"
#include "canteen/app/stock_board.h"
#include "canteen/app/store.h"

namespace canteen {

struct StartPicture {
    Site site;
    Hash canteen{};
    Epoch epoch = 0;
    Seq seq = 0;
    Date today;
    std::vector<Device> devices;
    std::vector<DeviceChain> chains;
    std::vector<std::pair<Hash, DeviceId>> cookies;
    std::vector<Ticket> tickets;
    std::vector<Menu> menus;
    StockRows stock;  // of these menus
    std::vector<Member> members;
    PrioritisedSchemes schemes;
    std::map<std::string, Employer> employers;  // by code
    std::vector<std::pair<UseKey, std::int64_t>> uses;
};

// `state` is what store.load_start() returned. Throws StoreError.
StartPicture load_start_picture(Store& store, const Canteen& state, Date today);

// The four feeds as of the picture.
std::vector<std::unique_ptr<View>> views_of(const StartPicture& picture);

}  // namespace canteen
