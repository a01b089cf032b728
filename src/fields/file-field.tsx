'use client';
import { type JSX, useEffect, useRef, useState } from 'react';
import type { FileFieldSpec } from '../form/index.ts';
import { maxSizeOfFile } from '../form/read-spec.ts';
import { renderElement } from '../internal/render-element.tsx';
import { numberFormat } from '../provider/labels.ts';
import { controlProps, FieldRow, useFrame } from './field-frame.tsx';
import type { ControlProps } from './input-field.tsx';

/** The browser's own file control, which takes dropped files too, and a list of what was picked. */
export function FileControl({ spec, render }: ControlProps<FileFieldSpec>): JSX.Element {
  const frame = useFrame(spec);
  const { id, speak } = frame;
  const input = useRef<HTMLInputElement>(null);
  const [picked, setPicked] = useState<readonly File[]>([]);
  const { readOnly, ...own } = controlProps(frame);

  useEffect(() => {
    // Also hears of files picked before this came alive, and of a form that is reset.
    const look = () => setPicked([...(input.current?.files ?? [])]);
    const later = () => queueMicrotask(look);
    const form = input.current?.form;
    if (input.current?.files?.length) look();
    form?.addEventListener('reset', later);
    return () => form?.removeEventListener('reset', later);
  }, []);

  const remove = (file: File) => {
    if (!input.current) return;
    const rest = new DataTransfer();
    for (const one of picked) if (one !== file) rest.items.add(one);
    input.current.files = rest.files;
    input.current.dispatchEvent(new Event('change', { bubbles: true }));
    // The button goes with its file.
    input.current.focus();
  };

  return (
    <FieldRow frame={frame}>
      {renderElement(
        'input',
        render,
        frame.state,
        {
          ...own,
          ref: input,
          className: 'sy-field-file',
          type: 'file',
          accept: spec.accept,
          multiple: spec.multiple,
          disabled: spec.disabled || readOnly,
          'aria-describedby': `${frame.describedBy} ${id}-limit`,
          onChange: () => setPicked([...(input.current?.files ?? [])]),
        },
        {},
      )}
      <p className="sy-note" id={`${id}-limit`}>
        {speak('fileHint', { megabytes: Math.round((spec.maxSize ?? maxSizeOfFile) / 1e5) / 10 })}
      </p>
      {picked.length > 0 && (
        <ul className="sy-field-files">
          {picked.map((file, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name
            <li className="sy-field-picked" key={index}>
              <span id={`${id}-file${index}`}>{file.name}</span>
              <span className="sy-note">{sizeOf(file, speak.locale)}</span>
              <button
                className="sy-button"
                data-variant="quiet"
                type="button"
                id={`${id}-remove${index}`}
                aria-labelledby={`${id}-remove${index} ${id}-file${index}`}
                onClick={() => remove(file)}
              >
                {speak('fileClear')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </FieldRow>
  );
}

function sizeOf({ size }: File, locale: string): string {
  const [unit, one] = size < 1e6 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const);
  return numberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(
    Math.max(size / one, size && 0.1),
  );
}
