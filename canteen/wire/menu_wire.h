// Menus, their dishes, and the portions left of them.
#pragma once

#include "canteen/app/message.h"
#include "canteen/domain/model/menu.h"
#include "canteen/v1/menu.pb.h"
#include "canteen/wire/field.h"

namespace canteen {

static_assert(v1::Served_MAX == static_cast<int>(Served::to_order));

void to_wire(const SetSlot& slot, v1::SetSlot& wire);
SetSlot from_wire(const v1::SetSlot& wire, const Path& at);

void to_wire(const Dish& dish, v1::Dish& wire);
Dish from_wire(const v1::Dish& wire, const Path& at);

void to_wire(const Menu& menu, v1::Menu& wire);
Menu from_wire(const v1::Menu& wire, const Path& at);

void to_wire(const PortionsLeft& portions, v1::PortionsLeft& wire);
PortionsLeft from_wire(const v1::PortionsLeft& wire, const Path& at);

}  // namespace canteen
