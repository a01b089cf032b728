import { useId } from 'react';
import type { Glaze } from './shop-pieces.ts';

/** What a piece looks like. */
export type Shape = keyof typeof bodies;

/** Outlines on a ground at 176 of 200; `rim` is the opening seen from a little above. */
const bodies = {
  mug: {
    body: 'M74 62C75 104 76 148 82 166Q84 176 96 176H140Q152 176 154 166C160 148 161 104 162 62Z',
    rim: [118, 62, 44, 8],
  },
  bowl: { body: 'M38 92C42 136 74 164 98 170V176H142V170C166 164 198 136 202 92Z', rim: [120, 92, 82, 12] },
  plate: {
    body: 'M22 130C40 156 82 164 96 166V172H144V166C158 164 200 156 218 130Z',
    rim: [120, 130, 98, 15],
  },
  beaker: {
    body: 'M86 104C86 136 90 158 96 168Q100 176 106 176H134Q140 176 144 168C150 158 154 136 154 104Z',
    rim: [120, 104, 34, 7],
  },
  teapot: {
    body: 'M64 124C64 92 92 76 120 76C148 76 176 92 176 124C176 156 156 176 140 176H100C84 176 64 156 64 124Z',
  },
  pitcher: {
    body: 'M92 44C96 78 76 104 76 136C76 162 92 176 104 176H142C154 176 170 162 170 136C170 104 150 78 156 46L176 36Q162 38 150 38Z',
  },
  vase: {
    body: 'M109 60C109 84 80 104 80 138C80 162 96 176 106 176H134C144 176 160 162 160 138C160 104 131 84 131 60Z',
    rim: [120, 60, 11, 3],
  },
  dish: { body: 'M68 156C68 112 90 98 120 98C150 98 172 112 172 156Z' },
} as const;

/** How far down the glaze was poured: it stops above the foot, never in a straight line. */
const pours: Readonly<Record<Shape, string>> = {
  mug: 'M60 40H180V150C166 158 156 146 142 152C126 160 112 150 98 156C86 160 76 150 60 154Z',
  bowl: 'M20 60H220V146C186 160 168 148 146 156C120 164 98 150 78 156C60 160 40 150 20 152Z',
  plate: 'M10 90H230V150C190 162 160 150 136 158C108 164 84 152 58 158C40 160 24 150 10 150Z',
  beaker: 'M70 90H170V150C156 158 148 148 136 154C122 160 110 150 98 156C90 158 80 152 70 154Z',
  teapot: 'M20 40H220V148C190 160 168 148 146 156C120 164 98 150 78 156C60 160 40 150 20 152Z',
  pitcher: 'M60 20H190V146C170 160 156 148 142 154C122 162 108 150 94 156C84 160 74 150 60 152Z',
  vase: 'M70 40H170V146C156 158 146 148 134 154C120 160 108 150 96 156C86 158 78 152 70 154Z',
  dish: 'M60 90H180V138C164 148 152 138 138 144C122 150 108 140 94 146C82 150 72 142 60 144Z',
};

/** Props of {@link Pot}. */
interface PotProps {
  shape: Shape;
  glaze: Glaze;
  /** What is read out. Default: nothing, where its name stands beside it. */
  label?: string | undefined;
}

/** A piece, drawn: clay below, glaze above, light from the left. */
export function Pot({ shape, glaze, label }: PotProps) {
  const id = useId();
  const { body, ...more } = bodies[shape];
  const [x, y, width, height] = ('rim' in more && more.rim) || [];
  return (
    <svg
      className="shop-pot"
      data-glaze={glaze}
      viewBox="0 0 240 200"
      direction="ltr"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <clipPath id={id}>
        <path d={body} />
      </clipPath>
      <ellipse className="shade" cx="128" cy="178" rx="86" ry="7" />
      {shape === 'mug' && <path className="grip" d="M158 86C200 80 200 140 155 138" />}
      {shape === 'pitcher' && <path className="grip" d="M94 66C48 62 46 126 80 132" />}
      {shape === 'teapot' && (
        <>
          <path className="glazed" d="M170 112C192 108 194 82 212 74L219 83C204 94 206 132 168 142Z" />
          <path className="wood" d="M84 84C72 16 168 16 156 84" />
        </>
      )}
      {shape === 'vase' && (
        <>
          <path
            className="twig"
            d="M120 62C119 38 124 24 134 10M121 42C112 36 108 28 106 20M124 32C132 30 138 27 143 22"
          />
          <path
            className="leaves"
            d="M134 10c8-4 12-2 14 2-6 4-11 3-14-2ZM106 20c-7-2-9-7-7-12 6 2 8 6 7 12ZM143 22c8-3 12 0 14 4-6 3-11 1-14-4Z"
          />
        </>
      )}
      {shape === 'dish' && (
        <>
          <path className="clay" d="M44 156H196L188 176H52Z" />
          <path className="glazed" d="M44 156H196L193 164C160 170 120 160 46 164Z" />
        </>
      )}
      <path className="clay" d={body} />
      <g clipPath={`url(#${id})`}>
        <path className="glaze" d={pours[shape]} />
        <path className="dark" d="M152 0H240V200H140C160 150 164 90 152 0Z" />
        <path className="light" d="M92 0C84 60 84 130 98 200H108C96 130 96 60 102 0Z" />
        <path
          className="speckles"
          d="M104 92h.1M131 108h.1M113 126h.1M146 92h.1M92 112h.1M127 140h.1M142 128h.1M106 146h.1M120 100h.1M152 112h.1"
        />
      </g>
      {width && (
        <>
          <ellipse className="inside" cx={x} cy={y} rx={width} ry={height} />
          <ellipse className="rim" cx={x} cy={y} rx={width} ry={height} />
        </>
      )}
      {shape === 'teapot' && (
        <>
          <path className="lid" d="M94 83C98 68 142 68 146 83Q120 90 94 83Z" />
          <circle className="clay" cx="120" cy="66" r="6" />
        </>
      )}
      {shape === 'dish' && <path className="clay" d="M112 98C110 86 130 86 128 98Z" />}
      {shape === 'pitcher' && <path className="rim" d="M92 44C104 38 126 37 150 38" />}
    </svg>
  );
}

/** Four pieces on a board, as they dry. */
export function Shelf() {
  return (
    <div className="shop-shelf" aria-hidden="true">
      <Pot shape="pitcher" glaze="sea" />
      <Pot shape="bowl" glaze="chalk" />
      <Pot shape="teapot" glaze="moss" />
      <Pot shape="vase" glaze="iron" />
    </div>
  );
}
