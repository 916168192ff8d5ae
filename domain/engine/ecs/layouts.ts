// How a noun declares the columns of its components: layouts by component name.

import type { ColumnLayout } from './columns.js';
import type { Component } from './component.js';

export type Layouts = Readonly<Record<string, ColumnLayout>>;

/** The components that follow from layouts. */
export type ComponentsFrom<L extends Layouts> = { readonly [K in keyof L]: Component<L[K]> };
