import { Article } from './article';
import { show } from './show';

show(<Article />);
