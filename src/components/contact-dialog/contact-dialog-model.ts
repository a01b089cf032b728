import type { ComponentType, ReactNode, RefObject } from 'react';
import type { Ask } from '../../provider/ask.ts';
import type { AnyContactDialogProps, ContactDialogReason } from './contact-dialog-props.ts';

/** What led to the dialog. */
export interface Opening {
  /** Whose attempt this is: each trigger with a placement of its own has one. */
  readonly ask: Ask;
  readonly reason: 'trigger' | 'hash' | 'code';
  readonly trigger: string;
  readonly payload: unknown;
  /** Gets the focus back. */
  readonly element: Element | null;
  readonly event?: Event;
  /** The page has opened it, and no visitor has just acted: no yes. */
  readonly isSilent?: boolean | undefined;
}

/** What the heavy part does for the light one. */
export interface DialogInside {
  /** Another question than the one that was sent begins anew. */
  begin(opening: Opening): void;
  close(reason: ContactDialogReason): unknown;
  reset(): void;
}

/** What is left at the trigger once the dialog has closed. */
export interface Remains {
  /** The visitor left without an answer: the smaller ask is due. */
  readonly isDismissed?: boolean;
  /** How sending ended, told here since the dialog is closed. */
  readonly told?: ReactNode;
}

/** What the light part of a dialog knows and does. */
export interface ContactDialogModel {
  readonly ask: Ask;
  readonly isOpen: boolean;
  /** The latest opening; undefined before the first. */
  readonly opening: Opening | undefined;
  /** How often it was opened. */
  readonly count: number;
  readonly Panel: ComponentType<PanelProps> | undefined;
  readonly remains: Remains;
  readonly inside: RefObject<DialogInside | null>;
  /** Returns undefined when that was possible at once, else whether it came to it. */
  open(opening: Opening): Promise<boolean> | undefined;
  openByPage(reason: 'hash' | 'code', payload?: unknown, isSilent?: boolean): void;
  /** Asks the page, and returns whether it agreed. */
  change(open: boolean, reason: ContactDialogReason, opening?: Opening, event?: Event): boolean;
  /** The dialog opens, or has been opened by the page. */
  enter(opening: Opening): void;
  setRemains(remains: Remains): void;
  /** For the root element: with a trigger in it, it can be seen. */
  readonly ref: (element: HTMLElement | null) => void;
  readonly seenRef: (element: HTMLElement | null) => (() => void) | undefined;
}

/** Props of the heavy part. */
export interface PanelProps {
  readonly dialog: ContactDialogModel;
  readonly props: AnyContactDialogProps;
}
