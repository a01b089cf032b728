'use client';
import { type ComponentType, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { isReload } from '../../internal/is-reload.ts';
import { tell } from '../../internal/messages.ts';
import { useLatest } from '../../internal/use-latest.ts';
import { useHub } from '../../provider/context.ts';
import { useAsk } from '../../provider/use-ask.ts';
import {
  checkAsked,
  type DialogLink,
  dialogsOf,
  hasActed,
  kinds,
  recordOpening,
} from './contact-dialog-link.ts';
import type {
  ContactDialogModel,
  DialogInside,
  Opening,
  PanelProps,
  Remains,
} from './contact-dialog-model.ts';
import type {
  AnyContactDialogProps,
  ContactDialogElement,
  ContactDialogReason,
} from './contact-dialog-props.ts';
import { addressOf } from './dialog-address.ts';
import { loadedPanel, loadPanel, warmWhenIdle } from './load-panel.ts';

const nothing: Remains = {};

export function useContactDialog(props: AnyContactDialogProps): ContactDialogModel {
  const { id, hash } = props;
  const hub = useHub();
  const ask = useAsk({
    component: 'ContactDialog',
    kinds,
    last: 'contact-dialog.submit',
    isShared: true,
    onSeen: warmWhenIdle,
    props,
  });
  const [own, setOwn] = useState(!!props.defaultOpen);
  const [opened, setOpened] = useState({ opening: undefined as Opening | undefined, count: 0 });
  const [remains, setRemains] = useState(nothing);
  const [Panel, setPanel] = useState<ComponentType<PanelProps>>();
  const inside = useRef<DialogInside>(null);
  const isOpen = props.open ?? own;
  const latest = useLatest({ props, isOpen });

  const [actions] = useState(() => {
    let wanted: Opening | undefined;
    const change = (open: boolean, reason: ContactDialogReason, opening?: Opening, event?: Event) => {
      let isCancelled = false;
      latest.current.props.onOpenChange?.(open, {
        reason,
        event,
        trigger: opening?.trigger,
        payload: opening?.payload,
        cancel() {
          isCancelled = true;
        },
      });
      if (!isCancelled) setOwn(open);
      return !isCancelled;
    };
    const enter = (opening: Opening) => {
      setPanel(() => loadedPanel()?.ContactDialogPanel);
      setOpened(({ count }) => ({ opening, count: count + 1 }));
      setRemains(nothing);
    };
    const show = (opening: Opening) => {
      if (latest.current.isOpen || !change(true, opening.reason, opening, opening.event)) return;
      inside.current?.begin(opening);
      enter(opening);
      // Where the page keeps the state, it may still decline.
      if (latest.current.props.open === undefined) recordOpening(opening);
    };
    const open = (opening: Opening) => {
      wanted = opening;
      if (loadedPanel()) return void show(opening);
      return loadPanel().then(
        () => {
          // The last of several presses counts, and none whose trigger has left the page.
          if (wanted === opening && opening.element?.isConnected !== false) show(opening);
          return true;
        },
        () => {
          opening.ask.record('failed', { trigger: opening.trigger }, 'contact-dialog.open');
          return false;
        },
      );
    };
    const openByPage = (reason: 'hash' | 'code', payload?: unknown, isSilent?: boolean) => {
      void open({
        ask,
        reason,
        trigger: isSilent && latest.current.props.unprompted ? 'unprompted' : reason,
        payload,
        element: document.activeElement,
        isSilent,
      });
    };
    const ref = (element: HTMLElement | null) => {
      if (!element) return;
      const methods: Pick<ContactDialogElement, 'open' | 'close' | 'reset'> = {
        open(payload) {
          if (process.env.NODE_ENV !== 'production') checkAsked(latest.current.props);
          openByPage('code', payload, !hasActed());
        },
        close: () => void inside.current?.close('code'),
        reset() {
          inside.current?.reset();
          ask.reset();
          setRemains(nothing);
        },
      };
      Object.assign(element, methods);
    };
    return {
      open,
      openByPage,
      change,
      enter,
      ref,
      seenRef(element: HTMLElement | null) {
        ref(element);
        return ask.ref(element);
      },
    };
  });

  // The triggers elsewhere find it by its id.
  useLayoutEffect(() => {
    const dialogs = dialogsOf(hub);
    if (process.env.NODE_ENV !== 'production' && dialogs.has(id)) tell(701, id);
    const link: DialogLink = { props: () => latest.current.props, open: actions.open };
    dialogs.set(id, link);
    return () => {
      if (dialogs.get(id) === link) dialogs.delete(id);
    };
  }, [hub, id, actions, latest]);

  // The page itself has opened it before any visitor did.
  const isAwaited = isOpen && !Panel;
  useEffect(() => {
    if (isAwaited)
      loadPanel().then(
        (module) => setPanel(() => module.ContactDialogPanel),
        () => actions.change(false, 'code'),
      );
  }, [isAwaited, actions]);

  // A link to the dialog, in a mail or on this page. What else the history does is the business of the heavy part.
  useEffect(() => {
    if (!hash) return;
    const look = (event?: Event) => {
      // Where the page was loaded anew, and no visitor has just acted, an opening is no yes of its own.
      if (location.hash === addressOf(hash).hash)
        actions.openByPage('hash', undefined, !event && isReload() && !hasActed());
    };
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, [hash, actions]);

  return { ask, isOpen, ...opened, remains, setRemains, Panel, inside, ...actions };
}
