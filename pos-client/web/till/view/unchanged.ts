// Draws a view again only when one of its props is another: a menu has many tiles, and a tap changes one.
import type { Component, ComponentChild } from 'preact';

type View<Props> = (props: Props) => ComponentChild;

export function skip_unchanged<Props extends object>(view: View<Props>): View<Props> {
  return function Skipping(this: Component<Props>, props: Props) {
    this.shouldComponentUpdate = (next) => Object.entries(next).some(([name, value]) => this.props[name as keyof Props] !== value);
    return view(props);
  } as View<Props>;
}
