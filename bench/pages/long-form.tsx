import { manySteps, type Page } from '../page.ts';
import { stepFormPage } from './step-form.tsx';

export const asks: Page = stepFormPage(manySteps);
